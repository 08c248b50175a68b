"""The sentences of the log about pictures: those in texts, and those by which people are shown."""

from django.utils.translation import pgettext_lazy

from space.review.log.act import Act
from space.review.models import Sort


def of_pictures() -> dict[str, Act]:
    cases, posts, people = Sort.CASES, Sort.POSTS, Sort.PEOPLE
    return {
        "flags-hid-picture": Act(
            cases, pgettext_lazy("log", "A picture was hidden because of its flags"), "flag"
        ),
        "flags-hid-picture-no-more": Act(
            cases,
            pgettext_lazy("log", "A picture is shown again: nobody decided about its flags in time"),
            "eye",
        ),
        "file-hidden": Act(posts, pgettext_lazy("log", "A picture was taken out of sight"), "eyeClosed"),
        "file-shown": Act(posts, pgettext_lazy("log", "A picture is shown again"), "eye"),
        "portrait-hidden": Act(
            people, pgettext_lazy("log", "The picture of a person was taken out of sight"), "eyeClosed"
        ),
        "portrait-shown": Act(people, pgettext_lazy("log", "The picture of a person is shown again"), "eye"),
        "picture-removed": Act(
            people, pgettext_lazy("log", "The picture of a person was taken away"), "trash"
        ),
    }

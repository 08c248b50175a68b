"""What the queue adds to the pages of others: the ways to flag, and to one's own flags and decisions."""

from typing import Any

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import pgettext_lazy

from space.accounts import names
from space.accounts.models import User
from space.accounts.readers import Reader
from space.discuss.models import Post, Topic
from space.discuss.thread import acts
from space.discuss.thread.acts import Act
from space.kit.rules import Verdict
from space.membership.models import Proposal
from space.review.gate import words
from space.review.models.behind import stands_in
from space.review.permissions import can_flag, can_flag_person, can_keep_notes, can_review
from space.uploads.models import Upload
from space.web import menu, panels


def report_person(person: User, reader: Reader) -> dict[str, Any] | None:
    if not can_flag_person(reader, person):
        return None
    return {"url": reverse("review:flag_person", args=[names.in_address(person.name)])}


def flag_opening(topic: Topic, reader: Reader) -> dict[str, Any] | None:
    """Beside a story or an event on its own page."""
    if not can_flag(reader, topic.author_id):
        return None
    said = f"?{urlencode({'read': topic.read_in})}" if topic.read_in else ""
    return {"url": f"{_address(1, topic)}{said}"}


def flag_picture(upload: Upload, reader: Reader) -> dict[str, Any] | None:
    """On the page of a picture that stands somewhere."""
    if not upload.is_picture or not can_flag(reader, upload.owner_id) or stands_in(upload) is None:
        return None
    return {"url": reverse("review:flag_picture", args=[upload.pk])}


def _may(reader: Reader, post: Post, topic: Topic) -> Verdict:
    return can_flag(reader, post.author_id)


def _address(number: int, topic: Topic) -> str:
    return reverse("review:flag_post", args=[topic.pk, number])


def staff_of_person(person: User, reader: Reader) -> dict[str, Any] | None:
    """On the page of a person: the way to what moderators know of them."""
    if not can_keep_notes(reader, person):
        return None
    return {"url": reverse("review:person", args=[names.in_address(person.name)])}


def watched_words(proposal: Proposal, reader: Reader) -> dict[str, Any] | None:
    """Of a group that somebody asks for: for those who decide, whom its words wait for anyway."""
    said = "\n".join((proposal.name, proposal.purpose, proposal.why))
    met = {one.word.pk: one.word for one in words.find(said, proposal.language)}
    return {"words": list(met.values())} if met and can_review(reader) else None


def register() -> None:
    """Called once, when everything is there."""
    label = pgettext_lazy("act", "Flag…")
    acts.register(
        Act("flag", label, "flag", lambda post, topic: _address(post.number, topic), _may, order=80)
    )
    panels.register(
        "picture:actions", order=90, partial="review/_flag_this_picture.html", content=flag_picture
    )
    panels.register("opening", order=90, partial="review/_flag_opening.html", content=flag_opening)
    panels.register("person:actions", order=90, partial="review/_flag_person.html", content=report_person)
    panels.register("person:card", order=90, partial="review/_flag_person.html", content=report_person)
    panels.register("person:staff", order=30, partial="review/_staff_of_person.html", content=staff_of_person)
    panels.register("proposal", order=10, partial="review/_watched_words.html", content=watched_words)
    menu.register(
        "person", pgettext_lazy("menu", "Flags and decisions"), "review:my_flags", order=70, icon="flag"
    )
    menu.door("about_me", "review:about_me")
    menu.door("what_waits", "review:about_me")

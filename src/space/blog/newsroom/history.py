"""What happened to a story, in sentences: its history for who reads its page."""

from collections.abc import Mapping
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import pgettext_lazy

from space.accounts.faces import Face, face_of
from space.accounts.readers import Reader
from space.blog.models import Story, Taken
from space.blog.steps import STEPS
from space.kit import clock
from space.web.times import ago, iso

_SAID: Mapping[str, str | Promise] = {
    "share": pgettext_lazy("history of a story", "%(who)s shared this story"),
    "develop": pgettext_lazy("history of a story", "%(who)s made this pitch a draft"),
    "submit": pgettext_lazy("history of a story", "%(who)s sent this story to review"),
    "want-changes": pgettext_lazy("history of a story", "%(who)s asked for changes in this story"),
    "schedule": pgettext_lazy("history of a story", "%(who)s scheduled this story"),
    "unschedule": pgettext_lazy("history of a story", "%(who)s took this story out of the schedule"),
    "publish": pgettext_lazy("history of a story", "%(who)s published this story"),
    "decline": pgettext_lazy("history of a story", "%(who)s declined this story"),
    "withdraw": pgettext_lazy("history of a story", "%(who)s withdrew this story"),
    "resume": pgettext_lazy("history of a story", "%(who)s took this story up again"),
    "correct": pgettext_lazy("history of a story", "%(who)s published a correction of this story"),
    "unpublish": pgettext_lazy("history of a story", "%(who)s unpublished this story"),
    "claim": pgettext_lazy("history of a story", "%(who)s took on the review of this story"),
    "leave": pgettext_lazy("history of a story", "%(who)s gave back the review of this story"),
}
_BY_THE_CLOCK: Mapping[str, str | Promise] = {
    "publish": pgettext_lazy("history of a story", "This story was published at the minute that was set"),
    "unschedule": pgettext_lazy(
        "history of a story", "This story could not be published at the minute that was set"
    ),
}


class Happened(NamedTuple):
    text: SafeString | str
    by: Face | None
    ago: str
    iso: str
    reason: str
    # A step on its way, not a matter of who reviews it.
    moves: bool


def history(story: Story, reader: Reader) -> list[Happened]:
    """The newest first. Reasons are words to its authors, which members read along."""
    now = clock.now()
    found = story.taken.select_related("by").order_by("-at", "-pk")
    return [
        Happened(
            sentence(one),
            face_of(one.by) if one.by else None,
            ago(one.at, now),
            iso(one.at),
            one.reason if reader.is_member else "",
            one.step in STEPS,
        )
        for one in found
    ]


def sentence(taken: Taken) -> SafeString | str:
    """Who did what, as HTML."""
    if taken.by is None:
        return str(_BY_THE_CLOCK.get(taken.step, ""))
    who = format_html('<bdi translate="no">{}</bdi>', taken.by.name)
    return mark_safe(str(_SAID[taken.step]) % {"who": who})

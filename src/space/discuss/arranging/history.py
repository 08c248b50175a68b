"""What the log says of a category, a tag or a group of tags, ready-made for its page."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from space.accounts.faces import Face, face, faces
from space.discuss.arranging.words import LABELS, said
from space.kit import clock
from space.moderation.models import LogEntry
from space.web.times import day, iso

_CHANGES = 50
Words = str | Promise
_WHAT: dict[str, Words] = {
    "category-made": pgettext_lazy("history", "Made"),
    "category-deleted": pgettext_lazy("history", "Deleted"),
    "category-placed": pgettext_lazy("history", "Moved in the order"),
    "moderator-appointed": pgettext_lazy("history", "Appointed to moderate"),
    "moderator-dismissed": pgettext_lazy("history", "Moderates no longer"),
    "moderators-appointed": pgettext_lazy("history", "A group was appointed to moderate"),
    "moderators-dismissed": pgettext_lazy("history", "A group moderates no longer"),
    "about-chosen": pgettext_lazy("history", "About topic chosen"),
    "about-dropped": pgettext_lazy("history", "About topic let go"),
    "tag-made": pgettext_lazy("history", "Made"),
    "tag-deleted": pgettext_lazy("history", "Deleted"),
    "tag-renamed": pgettext_lazy("history", "Renamed"),
    "tag-merged": pgettext_lazy("history", "Another tag was merged into it"),
    "synonym-made": pgettext_lazy("history", "Another word for it"),
    "synonym-dropped": pgettext_lazy("history", "No longer another word for it"),
    "tag-group-made": pgettext_lazy("history", "Made"),
    "tag-group-deleted": pgettext_lazy("history", "Deleted"),
    "tag-group-placed": pgettext_lazy("history", "Moved in the order"),
}
_OF_TAGS: dict[str, Words] = {
    "name": pgettext_lazy("tag group", "Name"),
    "description": pgettext_lazy("tag", "Description"),
    "group": pgettext_lazy("tag", "Group"),
    "one_a_topic": pgettext_lazy("tag group", "One on a topic"),
    "trust": pgettext_lazy("tag group", "Trust needed to use them"),
}


@dataclass(frozen=True)
class Told:
    """One entry. `lines` are words as the log keeps them; `old` became `new`; `who` is whom it was about.

    Where entries of many things stand together, each names its `thing`, with the `url` of its page.
    """

    by: Face
    day: str
    iso: str
    what: str
    lines: tuple[str, ...] = ()
    old: str = ""
    new: str = ""
    who: Face | None = None
    thing: str = ""
    url: str = ""


def history_of(thing: Model) -> list[Told]:
    """Newest first."""
    of_it = LogEntry.objects.filter(thing_kind=thing._meta.label_lower, thing_id=thing.pk)
    return tell(of_it.select_related("by", "reason").order_by("-pk")[:_CHANGES])


def tell(found: Iterable[LogEntry]) -> list[Told]:
    """Expects who did it and the reason to be there."""
    entries = list(found)
    about = faces(entry.codes["person"] for entry in entries if "person" in entry.codes)
    return [_told(entry, about) for entry in entries]


def _told(entry: LogEntry, about: dict[int, Face]) -> Told:
    codes = entry.codes
    field = codes.get("field", "")
    labels = LABELS if entry.what.startswith("category") else _OF_TAGS
    return Told(
        by=face(entry.by_id, entry.by.name),
        day=day(entry.at, clock.now()),
        iso=iso(entry.at),
        what=str(labels.get(field, field) if field else _WHAT.get(entry.what, entry.what)),
        lines=tuple(entry.reason.text.split("\n")) if hasattr(entry, "reason") else (),
        old=_in_words(field, codes.get("old")),
        new=_in_words(field, codes.get("new")),
        who=about.get(codes.get("person", 0)),
    )


def _in_words(field: str, code: Any) -> str:
    return "" if code is None else said(field, code)

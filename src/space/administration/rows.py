"""Settings as the pages of administration show them, ready-made."""

import unicodedata
from typing import Any, NamedTuple

from django.urls import reverse
from django.utils.translation import pgettext

from space.accounts.faces import Face, face_of
from space.administration.actions import token
from space.community.groups import Group
from space.community.kinds import Countries, Order, Riddles
from space.community.models import Setting
from space.community.pictures import Picture
from space.community.registry import Definition, everything
from space.kit import clock
from space.moderation.models import LogEntry
from space.web.times import day, iso

_CHANGES = 50


class Row(NamedTuple):
    """A setting: what holds now, what would by default, and who chose. `by` is nobody while the default holds."""

    name: str
    label: str
    explanation: str
    now: str
    default: str
    url: str
    reset_url: str
    seen: str
    picture: str = ""
    by: Face | None = None
    day: str = ""
    iso: str = ""


class Change(NamedTuple):
    """An entry of the log about a setting. `words` are the lines of texts, as the log keeps them."""

    by: Face
    day: str
    iso: str
    is_reset: bool
    old: str
    new: str
    words: list[str]


def row_of(definition: Definition[Any], chosen: Setting | None) -> Row:
    now = definition.held(chosen and chosen.value)
    row = Row(
        name=definition.name,
        label=str(definition.label),
        explanation=str(definition.explanation),
        now=definition.kind.said(now),
        default=definition.kind.said(definition.default()),
        url=reverse("administration:setting", args=[definition.name]),
        reset_url=reverse("administration:reset", args=[definition.name]),
        seen=token(chosen),
        picture=reverse("community:picture", args=[definition.name, now.digest])
        if isinstance(now, Picture)
        else "",
    )
    if chosen is None:
        return row
    at = chosen.changed_at
    return row._replace(by=face_of(chosen.by), day=day(at, clock.now()), iso=iso(at))


def groups(words: str) -> list[tuple[Group, list[Row]]]:
    """All settings that hold these words, by group: one query."""
    chosen = {row.name: row for row in Setting.objects.select_related("by")}
    found = [definition for definition in everything() if holds(definition, words)]
    return [
        (group, rows)
        for group in Group
        if (rows := [row_of(one, chosen.get(one.name)) for one in found if one.group is group])
    ]


def holds(definition: Definition[Any], words: str) -> bool:
    """Whether each word stands somewhere in what is said of the setting; accents and case do not matter."""
    told = (
        definition.name.replace("_", " "),
        definition.label,
        definition.explanation,
        definition.group.label,
    )
    text = _plain(" ".join(map(str, (definition.name, definition.env, *told))))
    return all(word in text for word in _plain(words).split())


def _plain(text: str) -> str:
    bare = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in bare if unicodedata.category(character) != "Mn")


def changes(definition: Definition[Any]) -> list[Change]:
    """What the log says of it, newest first."""
    kind = Setting._meta.label_lower
    entries = LogEntry.objects.filter(thing_kind=kind, codes__name=definition.name).order_by("-pk")
    return [_change(definition, entry) for entry in entries.select_related("by", "reason")[:_CHANGES]]


def _change(definition: Definition[Any], entry: LogEntry) -> Change:
    secret = isinstance(definition.kind, Riddles)
    has_words = hasattr(entry, "reason") or secret
    old, new = ("" if has_words else _code(definition, entry.codes.get(name)) for name in ("old", "new"))
    return Change(
        by=face_of(entry.by),
        day=day(entry.at, clock.now()),
        iso=iso(entry.at),
        is_reset=entry.what == "setting-reset",
        old=old,
        new=new,
        words=_words(entry, secret) if has_words else [],
    )


def _words(entry: LogEntry, secret: bool) -> list[str]:
    if secret:
        return [pgettext("setting", "What it was and is stands in no log.")]
    return entry.reason.text.split("\n")


def _code(definition: Definition[Any], code: Any) -> str:
    """A number or a word of the log, as the setting's page says it today; as it is where it means nothing any more."""
    try:
        if isinstance(definition.kind, Order | Countries):
            code = tuple(filter(None, code.split(",")))
        return definition.kind.said(code)
    except (AttributeError, KeyError, TypeError):
        return str(code)

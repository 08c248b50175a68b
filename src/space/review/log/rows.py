"""Lines of the log ready-made for pages, feeds and tables, with nothing in them that this reader is not told."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import npgettext, pgettext

from space.accounts.faces import Face, face_of
from space.accounts.readers import Reader
from space.community.models import Setting
from space.community.registry import find
from space.groups.circles import Circle
from space.kit import clock
from space.moderation.models import LogEntry
from space.review.log.acts import ACTS
from space.review.log.permissions import can_redact
from space.review.log.things import Link, links
from space.review.models import STAFF, Clause, Did, Follows, Line
from space.web.times import day, iso

_SETTING = Setting._meta.label_lower


@dataclass(frozen=True)
class Row:
    """`by` is who did it, where this reader is told; `role` says it otherwise. `where` stands for a thing not named."""

    pk: int
    code: str
    says: str
    icon: str
    day: str
    iso: str
    line: Line
    details: tuple[str, ...] = ()
    thing: Link | None = None
    where: str = ""
    category: Link | None = None
    clause: str = ""
    reason: str = ""
    is_blanked: bool = False
    by: Face | None = None
    role: str = ""
    url: str = ""
    redact_url: str = ""


def rows_of(lines: Iterable[Line], reader: Reader) -> list[Row]:
    """Expects the entry, who made it, its reason and the category to be there."""
    lines = list(lines)
    found = links(lines, reader)
    redacts = bool(can_redact(reader))
    return [_row(line, found, redacts) for line in lines]


def _row(line: Line, found: dict[tuple[str, int], Link], redacts: bool) -> Row:
    entry, act = line.entry, ACTS[line.entry.what]
    is_open, is_told = line.is_open, line.is_told  # type: ignore[attr-defined]
    words = entry.reason.text if is_open and act.has_reason and hasattr(entry, "reason") else None
    thing = _thing(line, found) if is_open else None
    by, role = _who(line) if is_told and not act.by_author else (None, "")
    return Row(
        pk=line.pk,
        code=entry.what,
        says=str(act.says),
        icon=act.icon,
        day=day(line.at, clock.now()),
        iso=iso(line.at),
        line=line,
        details=_details(entry) if is_told else (),
        thing=thing,
        where="" if thing else _where(line, is_open),
        category=_category(line) if is_open else None,
        clause=str(Clause(line.clause).label) if is_told and line.clause in Clause.values else "",
        reason=words or "",
        is_blanked=words == "",
        by=by,
        role=role or ("" if by else _role(line, act.by_author)),
        url=reverse("review:log_entry", args=[line.pk]),
        redact_url=reverse("review:redact", args=[line.pk]) if redacts and words else "",
    )


def _thing(line: Line, found: dict[tuple[str, int], Link]) -> Link | None:
    entry = line.entry
    if entry.thing_kind == _SETTING:
        definition = find(entry.codes.get("name", ""))
        return Link(str(definition.label)) if definition else None
    return found.get((entry.thing_kind, entry.thing_id))


def _who(line: Line) -> tuple[Face | None, str]:
    if line.by_machine:
        return None, _machine()
    return face_of(line.entry.by), ""


def _role(line: Line, by_author: bool) -> str:
    if line.by_machine:
        return _machine()
    if by_author:
        return pgettext("log", "Whom it was decided about")
    return pgettext("log", "Somebody who looks after it")


def _machine() -> str:
    return pgettext("log", "Space, by itself")


def _where(line: Line, is_open: bool) -> str:
    """Why no thing is named."""
    if line.circle > Circle.PUBLIC:
        return pgettext("log", "In a closed group")
    if line.circle == STAFF and not is_open:
        return pgettext("log", "The person is not named here")
    if line.circle == Circle.MEMBERS and not is_open:
        return pgettext("log", "Where members read")
    if line.circle == Circle.NOBODY:
        return pgettext("log", "Where few people read")
    return ""


def _category(line: Line) -> Link | None:
    one = line.category
    return Link(one.name, one.get_absolute_url(), one.language) if one else None


def _details(entry: LogEntry) -> tuple[str, ...]:
    """What was decided, what follows, for how long, and how much of it."""
    codes, said = entry.codes, []
    if codes.get("did") in Did.values:
        said.append(str(Did(codes["did"]).label))
    if codes.get("follows") and codes["follows"] in Follows.values:
        said.append(str(Follows(codes["follows"]).label))
    if hours := codes.get("hours"):
        said.append(npgettext("log", "For %(n)d hour", "For %(n)d hours", hours) % {"n": hours})
    if posts := codes.get("posts"):
        said.append(npgettext("log", "%(n)d post", "%(n)d posts", posts) % {"n": posts})
    if codes.get("wider"):
        said.append(pgettext("log", "More people can read it there"))
    return tuple(said)

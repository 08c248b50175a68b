"""Lines of the log ready-made for pages, feeds and tables, with nothing in them that this reader is not told."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.shortcuts import get_object_or_404
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import npgettext, pgettext

from space.accounts.faces import Face, face
from space.accounts.readers import Reader
from space.community.models import Setting
from space.community.registry import find
from space.groups.circles import Circle
from space.kit import clock
from space.review.log.acts import ACTS
from space.review.log.lines import Told, columns, told
from space.review.log.permissions import can_redact
from space.review.log.things import Link, category_link, links
from space.review.models import STAFF, Clause, Did, Follows, Line
from space.web.skeletons import all_filled
from space.web.templatetags.space import icon
from space.web.times import day, iso
from space.web.ways import way

_SETTING = Setting._meta.label_lower
_CLAUSES, _DID, _FOLLOWS = (dict(codes.choices) for codes in (Clause, Did, Follows))


@dataclass(frozen=True)
class Row:
    """`by` is who did it, where this reader is told; `role` says it otherwise. `where` stands for a thing not named."""

    pk: int
    code: str
    says: str
    icon: str
    day: str
    iso: str
    line: Told
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


def rows_of(lines: Iterable[Told], reader: Reader) -> list[Row]:
    lines = list(lines)
    found = links(lines, reader)
    redacts = bool(can_redact(reader))
    return [_row(line, found, redacts) for line in lines]


def row_of(pk: int, reader: Reader) -> Row:
    """One line, or 404."""
    line = get_object_or_404(columns(Line.objects.visible_to(reader)), pk=pk)
    return rows_of(told([line]), reader)[0]


def rows_html(rows: Iterable[Row]) -> SafeString:
    """The lines, ready to stand in their list."""
    return mark_safe("".join(all_filled("review/log/_line.html", "row", map(_shown, rows))))


def _shown(row: Row) -> dict[str, Any]:
    """What the template shows, in plain words."""
    return {
        "icon": icon(row.icon),
        "says": row.says,
        "details": row.details,
        "thing": row.thing and vars(row.thing),
        "where": row.where,
        "category": row.category and vars(row.category),
        "clause": row.clause,
        "reason": row.reason,
        "is_blanked": row.is_blanked,
        "by": row.by and {"name": row.by.name, "url": row.by.url},
        "role": row.role,
        "url": row.url,
        "redact_url": row.redact_url,
        "day": row.day,
        "iso": row.iso,
    }


def _row(line: Told, found: dict[tuple[str, int], Link], redacts: bool) -> Row:
    act, is_open, is_told = ACTS[line.what], line.is_open, line.is_told
    words = line.reason if is_open and act.has_reason else None
    thing = _thing(line, found) if is_open else None
    by, role = _who(line) if is_told and not act.by_author else (None, "")
    return Row(
        pk=line.pk,
        code=line.what,
        says=str(act.says),
        icon=act.icon,
        day=day(line.at, clock.now()),
        iso=iso(line.at),
        line=line,
        details=_details(line.codes) if is_told else (),
        thing=thing,
        where="" if thing else _where(line, is_open),
        category=_category(line) if is_open else None,
        clause=str(_CLAUSES.get(line.clause, "")) if is_told else "",
        reason=words or "",
        is_blanked=words == "",
        by=by,
        role=role or ("" if by else _role(line, act.by_author)),
        url=way("review:log_entry", line.pk),
        redact_url=way("review:redact", line.pk) if redacts and words else "",
    )


def _thing(line: Told, found: dict[tuple[str, int], Link]) -> Link | None:
    if line.thing_kind == _SETTING:
        definition = find(line.codes.get("name", ""))
        return Link(str(definition.label)) if definition else None
    return found.get((line.thing_kind, line.thing_id))


def _who(line: Told) -> tuple[Face | None, str]:
    if line.by_machine:
        return None, _machine()
    return face(line.by_id, line.name, line.picture), ""


def _role(line: Told, by_author: bool) -> str:
    if line.by_machine:
        return _machine()
    if by_author:
        return pgettext("log", "Whom it was decided about")
    return pgettext("log", "Somebody who looks after it")


def _machine() -> str:
    return pgettext("log", "Space, by itself")


def _where(line: Told, is_open: bool) -> str:
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


def _category(line: Told) -> Link | None:
    return category_link(line.category, line.slug or "", line.language or "") if line.category else None


def _details(codes: dict[str, Any]) -> tuple[str, ...]:
    """What was decided, what follows, for how long, and how much of it."""
    said: list[str] = []
    if did := _DID.get(codes.get("did", "")):
        said.append(str(did))
    if (follows := codes.get("follows")) and follows in _FOLLOWS:
        said.append(str(_FOLLOWS[follows]))
    if hours := codes.get("hours"):
        said.append(npgettext("log", "For %(n)d hour", "For %(n)d hours", hours) % {"n": hours})
    if posts := codes.get("posts"):
        said.append(npgettext("log", "%(n)d post", "%(n)d posts", posts) % {"n": posts})
    if codes.get("wider"):
        said.append(pgettext("log", "More people can read it there"))
    return tuple(said)

"""The lines above the original: what is said of the story."""

from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path
from typing import Any

from space.blog.models import Point, Stage
from space.mediawiki.projects import PROJECTS
from space.pages.demo.story_texts.told import Decision
from space.pages.demo.texts.header import Header, Keys, Line, header_of

_ONCE = frozenset(
    {"stage", "shared", "language", "authors", "began", "submitted", "decided", "reason", "scheduled"}
    | {"published", "tags", "projects", "regions", "lead", "featured", "reviewer", "checks", "wanted"}
    | {"note", "wanted-in"}
)
_KEYS = Keys(
    once=_ONCE,
    often=frozenset({"guest"}),
    needed=frozenset({"stage", "language", "authors", "began", "tags", "projects", "regions"}),
)
_SENT = {Stage.REVIEW, Stage.CHANGES, Stage.SCHEDULED, Stage.PUBLISHED, Stage.DECLINED}
_DECIDED = {Stage.CHANGES, Stage.DECLINED, Stage.WITHDRAWN}
# Which stages have this line; where it says so, they must have it.
_BELONGS = {
    "shared": {Stage.DRAFT},
    "submitted": _SENT | {Stage.WITHDRAWN},
    "decided": _DECIDED,
    "reason": _DECIDED,
    "scheduled": {Stage.SCHEDULED},
    "published": {Stage.PUBLISHED},
    "featured": {Stage.PUBLISHED},
}
_MUST = {
    "submitted": _SENT,
    "decided": _DECIDED,
    "reason": _DECIDED,
    "scheduled": {Stage.SCHEDULED},
    "published": {Stage.PUBLISHED},
    "lead": {Stage.SCHEDULED, Stage.PUBLISHED},
    "reviewer": {Stage.CHANGES, Stage.SCHEDULED, Stage.PUBLISHED, Stage.DECLINED},
}


def head_of(path: Path, lines: Iterable[str]) -> Header:
    header = header_of(path, lines, _KEYS)
    line = header.needed("language")
    line.place.language(line.value)
    _goes_with_its_stage(header, _stage(header))
    return header


def _stage(header: Header) -> Stage:
    return Stage(header.needed("stage").one_of(set(Stage)))


def _goes_with_its_stage(header: Header, stage: Stage) -> None:
    for key, stages in _BELONGS.items():
        if (line := header.one(key)) and stage not in stages:
            raise line.place.wrong(f"a story of the stage {stage} has no “{key}”.")
    for key, stages in _MUST.items():
        if stage in stages and not header.one(key):
            raise header.needed("stage").place.wrong(f"a story of the stage {stage} needs “{key}”.")


def facts(header: Header) -> dict[str, Any]:
    """What a Story is made with, apart from its texts."""
    return {
        "stage": _stage(header),
        "authors": _names(header, "authors"),
        "guests": tuple(line.value for line in header.all("guest")),
        "began": _needed_ago(header, "began"),
        "submitted": _ago(header, "submitted"),
        "published": _ago(header, "published"),
        "scheduled": _ahead(header, "scheduled"),
        "wanted": _ahead(header, "wanted"),
        "decision": _decision(header),
        "is_shared": not _is(header, "shared", "no"),
        "is_featured": _is(header, "featured", "yes"),
        "tags": _names(header, "tags"),
        "projects": _among(header, "projects", set(PROJECTS)),
        "regions": _regions(header.needed("regions")),
        "lead": _word(header, "lead"),
        "reviewer": _word(header, "reviewer"),
        "checks": _among(header, "checks", set(Point.values)),
        "note": _word(header, "note"),
        "wanted_in": _languages(header),
    }


def _word(header: Header, key: str) -> str:
    line = header.one(key)
    return line.value if line else ""


def _is(header: Header, key: str, only: str) -> bool:
    """A switch that is written down only where it is turned."""
    line = header.one(key)
    return bool(line and line.one_of({only}))


def _needed_ago(header: Header, key: str) -> timedelta:
    line = header.needed(key)
    return line.place.ago(line.value)


def _ago(header: Header, key: str) -> timedelta | None:
    return _needed_ago(header, key) if header.one(key) else None


def _ahead(header: Header, key: str) -> timedelta | None:
    line = header.one(key)
    return line.place.ahead(line.value) if line else None


def _decision(header: Header) -> Decision | None:
    when = _ago(header, "decided")
    return Decision(when, _word(header, "reason")) if when is not None else None


def _names(header: Header, key: str) -> tuple[str, ...]:
    line = header.one(key)
    return line.place.names(line.value) if line else ()


def _among(header: Header, key: str, known: set[str]) -> tuple[str, ...]:
    found = _names(header, key)
    if wrong := set(found) - known:
        place = header.needed(key).place
        raise place.wrong(f"{key} are {', '.join(sorted(known))}, not “{min(wrong)}”.")
    return found


def _regions(line: Line) -> tuple[str, ...]:
    found = line.place.names(line.value)
    for region in found:
        if region != "world" and not (len(region) == 2 and region.isascii() and region.isupper()):
            raise line.place.wrong(f"“{region}” is no region. Write two letters, as CM, or world.")
    return found


def _languages(header: Header) -> tuple[str, ...]:
    found = _names(header, "wanted-in")
    for code in found:
        header.needed("wanted-in").place.language(code)
    return found

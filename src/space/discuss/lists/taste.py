"""What a person wants of lists, as their reader carries it: rules and pages ask the database nothing."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.functions import JSONObject

from space.accounts import readers
from space.accounts.readers import Reader
from space.discuss.models import Following, Level, ListTaste, Visit
from space.discuss.numbers import NEW_DAYS

# Who comes back after so long comes for another visit (actions/reading.py notes them).
PAUSE = timedelta(hours=1)
# How often a visit is noted.
EVERY = timedelta(minutes=5)


@dataclass(frozen=True)
class Taste:
    hidden_kinds: tuple[str, ...] = ()
    new_days: int | None = None
    opens_notes: bool = False
    has_mutes: bool = False
    follows: bool = False
    seen_at: datetime | None = None
    before_at: datetime | None = None

    @classmethod
    def of(cls, reader: Reader) -> "Taste":
        carried = reader.carries
        return _read(
            _first(carried, "list_taste"),
            _first(carried, "visit"),
            bool(carried.get("mutes")),
            bool(carried.get("follows")),
        )

    def last_visit(self, now: datetime) -> datetime | None:
        """When the visit before this one ended; this one may not have been noted yet."""
        if self.seen_at and now - self.seen_at > PAUSE:
            return self.seen_at
        return self.before_at

    def new_since(self, now: datetime) -> datetime:
        """What was made after that is new, until one opens it."""
        days = NEW_DAYS() if self.new_days is None else self.new_days
        if days == 0 and (visit := self.last_visit(now)):
            return visit
        return now - timedelta(days=days or NEW_DAYS())

    def is_here(self, now: datetime) -> bool:
        """Whether this visit was noted a moment ago."""
        return self.seen_at is not None and now - self.seen_at < EVERY


def carry_tastes() -> None:
    """Let every reader bring this along, in the query of the session."""
    readers.carry(
        "list_taste", lambda person: _row(ListTaste, person, "hidden_kinds", "new_days", "opens_notes")
    )
    readers.carry("visit", lambda person: _row(Visit, person, "seen_at", "before_at"))
    readers.carry("mutes", lambda person: Exists(_following(person).filter(level=Level.MUTED)))
    readers.carry(
        "follows",
        lambda person: Exists(_following(person).filter(level__gt=Level.NORMAL, other__isnull=False)),
    )


def _following(person: str) -> QuerySet[Following]:
    return Following.objects.filter(person=OuterRef(person))


def _row(model: type[ListTaste] | type[Visit], person: str, *fields: str) -> ArraySubquery:
    """A list of one row or none, as an array: a plain subquery cannot tell an absent row from an empty one."""
    rows = model.objects.filter(person=OuterRef(person))
    return ArraySubquery(rows.values(row=JSONObject(**{name: name for name in fields})))


@lru_cache(maxsize=2_000)
def _read(wishes: str, visit: str, has_mutes: bool, follows: bool) -> Taste:
    """Pages ask for it again and again, so it is read once."""
    wanted, seen = json.loads(wishes), json.loads(visit)
    return Taste(
        hidden_kinds=tuple(wanted.get("hidden_kinds") or ()),
        new_days=wanted.get("new_days"),
        opens_notes=bool(wanted.get("opens_notes")),
        has_mutes=has_mutes,
        follows=follows,
        seen_at=_moment(seen.get("seen_at")),
        before_at=_moment(seen.get("before_at")),
    )


def _first(carried: Mapping[str, Any], name: str) -> str:
    found = carried.get(name)
    if not found:
        return "{}"
    # From the session's own query JSON comes as text.
    return found[0] if isinstance(found[0], str) else json.dumps(found[0])


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None

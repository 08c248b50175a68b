"""What a page of the queue asks of the database: one query for its cases, one for what they are about.

Their flags and how much their authors have written are asked where no page has shown them lately.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import starmap
from time import monotonic
from typing import Any, NamedTuple

from django.db.models import Case as If
from django.db.models import F, Func, OuterRef, QuerySet, Value, When
from django.db.models.functions import Left

from space.accounts.readers import Reader
from space.kit.gathering import gathered
from space.review import duties
from space.review.models import Case, Decision
from space.review.models.behind import posts_written_by_each
from space.review.queue.wanted import DONE, Asked, Meant
from space.review.things import PERSON
from space.web.keeping import Store

# Nobody reads more of them at once; the page of the case has all.
_DECISIONS = 8
EXCERPT = 280
_MINUTE = 60
# Of so many authors the process knows how much they have written.
_written: Store[tuple[float, int]] = Store(10_000)


class Line(NamedTuple):
    """A case, who wrote what it is about, and what was decided. Its flags and what it is about come beside it."""

    pk: int
    thing_kind: str
    thing_id: int
    author_id: int
    group_id: int | None
    language: str
    opened_at: datetime
    decided_at: datetime | None
    weight: float
    version: int
    is_held: bool
    hidden_at: datetime | None
    asks_staff: bool
    claimed_by_id: int | None
    claimed_by: str | None
    category: str | None
    tone: int | None
    name: str
    trust: int
    picture: str
    # What a person says of themselves, where the case is about them.
    says: str
    # Of what is done: what, what follows, by which guideline, by whom, when it was undone, and why.
    decisions: Sequence[Any] = ()


_OWN = [
    "pk", "thing_kind", "thing_id", "author_id", "group_id", "language", "opened_at", "decided_at", "weight",
    "version", "is_held", "hidden_at", "asks_staff", "claimed_by_id", "claimed_by__name",
    "category__name", "category__tone", "author__name", "author__trust", "author__picture",
]  # fmt: skip


def lines_of(asked: Asked, reader: Reader, limit: int) -> list[Line]:
    """A page of the queue. Costs one query, however much waits."""
    wanted = asked.meant(reader)

    def compose(reader: Reader, *values: Any) -> QuerySet[Case, Any]:
        return _columns(wanted.like(values), reader)[:limit]

    if wanted.by:
        return list(starmap(Line, compose(reader, *wanted.values)))
    found = duties.rows(("queue", limit, *wanted.shape), reader, wanted.values, compose)
    return list(starmap(Line, found))


def _columns(wanted: Meant, reader: Reader) -> QuerySet[Case, Any]:
    of_person = If(When(thing_kind=PERSON, then=Left("author__about", EXCERPT)), default=Value(""))
    columns: list[Any] = [*map(F, _OWN), of_person]
    return wanted.cases(reader).values_list(*columns, *([_decided()] if wanted.tab == DONE else []))


def written_by(authors: Iterable[int]) -> dict[int, int]:
    """How many posts each has written, up to many, as it was within the last minute."""
    wanted, now = set(authors), monotonic()
    have = {pk: n for pk, (until, n) in _written.get_many(wanted).items() if now < until}
    if missing := wanted - have.keys():
        have |= posts_written_by_each(missing)
        for pk in missing:
            _written.put(pk, (now + _MINUTE, have[pk]), 1)
    return have


def _decided() -> Func:
    decisions = Decision.objects.filter(case=OuterRef("pk"))
    columns = ("did", "follows", "clause", "by__name", "reversed_at", "reason")
    return gathered(decisions, *columns, most=_DECISIONS)

"""How much waits, what was decided lately, and who looks after it: asked in one query."""

from datetime import datetime, timedelta
from time import monotonic
from typing import Any, NamedTuple

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import QuerySet, Subquery
from django.db.models.functions import Left

from space.accounts.models import User
from space.accounts.readers import Reader
from space.groups.models import Office
from space.groups.standing import led
from space.kit import clock
from space.kit.gathering import counted, gathered
from space.moderation.permissions import moderates_place
from space.review import duties
from space.review.actions.finding import CASES
from space.review.models import Appeal, Case, Decision, TeamRoom
from space.review.models.cases import looked_after
from space.review.models.counted import MOST
from space.web.keeping import Store
from space.web.versions import ledger

DECIDED = 100
WORDS = 120
_PEOPLE = 50
_DAY = timedelta(days=1)
# For how long they are kept at most, and for how many moderators.
_SECONDS = 30
_KEPT = 1000


class Numbers(NamedTuple):
    """What one query knows of all that waits and of who looks after it."""

    flags: int
    held: int
    appeals: int
    oldest: datetime | None
    # What was done in the last day, the newest first.
    decided: list[str]
    # Of each moderator of the whole place the languages, in a list of their own.
    moderators: list[list[list[str]]]
    # The team's room: its group and the name in its address.
    room: list[list[Any]]
    # The first that waits: its id, its words, and who decided.
    appeal: list[list[Any]]


class _Have(NamedTuple):
    moment: int
    until: float
    numbers: Numbers


_kept: Store[_Have] = Store(_KEPT)


def numbers_for(reader: Reader) -> Numbers:
    """Kept in the process until a case or an appeal changes; moderators who come or go are seen half a minute later."""
    key = (reader.pk, reader.moderated_categories, led(reader), reader.groups, moderates_place(reader))
    have = _kept.get(key)
    if have and monotonic() < have.until and ledger.unchanged((CASES,), since=have.moment):
        return have.numbers
    moment, until = ledger.moment(), monotonic() + _SECONDS
    found = duties.rows("beside the queue", reader, [clock.now() - _DAY], _numbers)
    numbers = Numbers(*found[0])
    if moment is not None:
        _kept.put(key, _Have(moment, until, numbers), 1)
    return numbers


def _numbers(reader: Reader, since: datetime) -> QuerySet[User, Any]:
    cases = Case.objects.visible_to(reader)
    waits, appeals = cases.waiting(), appeals_of_others(reader)
    decided = Decision.objects.by_people().filter(looked_after(reader, "case__"), at__gt=since)
    people = User.objects.filter(memberships__group__office=Office.MODERATORS, is_active=True)
    return User.objects.filter(pk=reader.pk).values_list(
        counted(waits.filter(is_held=False), most=MOST),
        counted(waits.filter(is_held=True), most=MOST),
        counted(appeals, most=MOST),
        Subquery(waits.order_by("opened_at").values("opened_at")[:1]),
        ArraySubquery(decided.order_by("-at", "-pk").values("did")[: DECIDED + 1]),
        gathered(people, "languages", most=_PEOPLE),
        gathered(
            TeamRoom.objects.filter(group__ends_at=None).order_by("pk"), "group_id", "group__slug", most=1
        ),
        gathered(appeals, "pk", Left("words", 2 * WORDS), "decision__by__name", most=1),
    )


def appeals_of_others(reader: Reader) -> QuerySet[Appeal]:
    """Those that wait for an answer and are not one's own, the oldest first."""
    return Appeal.objects.visible_to(reader).waiting().exclude(by=reader.pk).order_by("at", "pk")

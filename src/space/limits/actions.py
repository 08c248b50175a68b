from dataclasses import dataclass
from datetime import timedelta
from math import ceil
from typing import Any

from django.core.exceptions import ValidationError
from django.db import connection
from django.db.models import F
from django.utils.translation import npgettext

from space.kit import clock
from space.limits.models import Bucket

# One statement, so that sixteen requests at once cannot slip through between counting and writing.
_DRAW = """
INSERT INTO limits_bucket AS bucket (who, what, empty_at, wait)
VALUES (%(who)s, %(what)s, %(now)s + %(step)s, 0)
ON CONFLICT (who, what) DO UPDATE SET
  wait = greatest(0, extract(epoch FROM greatest(bucket.empty_at, %(now)s) + %(step)s - %(now)s - %(period)s)),
  empty_at = CASE WHEN greatest(bucket.empty_at, %(now)s) + %(step)s <= %(now)s + %(period)s
    THEN greatest(bucket.empty_at, %(now)s) + %(step)s ELSE bucket.empty_at END
RETURNING wait
"""


@dataclass(frozen=True)
class Limit:
    """So many uses in a period. They come back one by one, evenly over the period."""

    name: str
    uses: int
    period: timedelta

    @property
    def step(self) -> timedelta:
        """How long until one use comes back. Rounded down: the last of seven must not fail by a microsecond."""
        return self.period // max(self.uses, 1)

    def times(self, factor: float) -> "Limit":
        """So many times as wide; at least one use is left."""
        return Limit(self.name, max(1, int(self.uses * factor)), self.period)


def take(who: str, what: Limit) -> None:
    """Use one of the allowance, or refuse with the seconds until there will be one again.

    Called inside the action's transaction: when the action fails, nothing is used up.
    """
    wait = _draw(who, what)
    if wait:
        raise too_fast(wait)


def give_back(who: str, what: Limit) -> None:
    """Undo one `take`, for what counts only when it fails, such as a wrong password."""
    Bucket.objects.filter(who=who, what=what.name).update(empty_at=F("empty_at") - what.step)


def forget(who: str, what: Limit) -> None:
    """Give back all, when somebody has proved by other means that it was them."""
    Bucket.objects.filter(who=who, what=what.name).delete()


def forget_unused() -> int:
    """Drop what says that nothing is used up; says how many. A use at the same moment is not lost."""
    return Bucket.objects.filter(empty_at__lt=clock.now()).delete()[0]


def _draw(who: str, what: Limit) -> int:
    values: Any = {
        "who": who,
        "what": what.name,
        "now": clock.now(),
        "step": what.step,
        "period": what.period,
    }
    with connection.cursor() as cursor:
        cursor.execute(_DRAW, values)
        wait: float = cursor.fetchone()[0]
    return ceil(wait)


def too_fast(wait: float) -> ValidationError:
    return ValidationError(_too_fast(ceil(wait)), code="too_fast", params={"seconds": ceil(wait)})


def _too_fast(wait: int) -> str:
    """The sentence in the largest fitting unit: nobody wants to count 3,420 seconds."""
    if wait < 90:
        return npgettext(
            "limit",
            "You can go on in %(n)d second. Your text is kept.",
            "You can go on in %(n)d seconds. Your text is kept.",
            wait,
        ) % {"n": wait}
    if wait < 90 * 60:
        minutes = ceil(wait / 60)
        return npgettext(
            "limit",
            "You can go on in %(n)d minute. Your text is kept.",
            "You can go on in %(n)d minutes. Your text is kept.",
            minutes,
        ) % {"n": minutes}
    hours = ceil(wait / 3600)
    return npgettext(
        "limit",
        "You can go on in %(n)d hour. Your text is kept.",
        "You can go on in %(n)d hours. Your text is kept.",
        hours,
    ) % {"n": hours}

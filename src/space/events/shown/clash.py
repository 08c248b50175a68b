"""What else is on, beside the form in which somebody chooses a date."""

from datetime import date, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import get_language

from space.accounts.readers import Reader
from space.events.forms.fields import FIRST, LAST, SpokenField
from space.events.forms.where import BOTH, ONLINE
from space.events.lists.clash import Planned, clashes
from space.events.models import Type
from space.events.shown.rows import rows_of
from space.events.shown.times import long_day
from space.events.when.holidays import holidays_of
from space.kit.fields import whole_number

_YEAR = timedelta(days=366)


def clash(typed: QueryDict, reader: Reader, event: int = 0) -> dict[str, Any] | None:
    """For what the form holds so far, whatever that is; None while it holds no day."""
    planned = _planned(typed, event)
    if planned is None:
        return None
    rows = rows_of(clashes(planned, reader), reader)
    named = holidays_of(planned.country, planned.first_day, planned.last_day, get_language() or "en")
    return {
        "rows": rows,
        "holidays": [{"day": long_day(day), "iso": day.isoformat(), "name": name} for day, name in named],
    }


def _planned(typed: QueryDict, event: int) -> Planned | None:
    first = _day(typed.get("first_day", ""))
    if first is None:
        return None
    last = _day(typed.get("last_day", "")) or first
    country = typed.get("country", "")
    return Planned(
        first_day=first,
        last_day=min(max(first, last), first + _YEAR),
        country=country if len(country) == 2 else "",
        languages=frozenset(_spoken(typed.get("spoken", ""))),
        types=frozenset(typed.getlist("types")) & frozenset(Type.values),
        is_online=typed.get("how") in (ONLINE, BOTH),
        event=event or whole_number(typed.get("event", "")) or 0,
    )


def _day(typed: str) -> date | None:
    try:
        day = date.fromisoformat(typed)
    except ValueError:
        return None
    return day if FIRST <= day <= LAST else None


def _spoken(typed: str) -> tuple[str, ...]:
    """What is not understood yet tells nothing; the form says so when it is sent."""
    try:
        return SpokenField(required=False).clean(typed[:500])
    except ValidationError:
        return ()

"""What there is to choose from among public events of this year and the next: counted when an event changes."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db.models import Count, F, Func
from django.db.models.expressions import BaseExpression

from space.accounts.readers import NOBODY
from space.events.models import Event, Occurrence
from space.kit import clock
from space.web.kept import Kept

EVENTS = "events"
_AT_MOST = 24
_BACK = timedelta(days=365)


@dataclass(frozen=True)
class Counted:
    """Values with the most frequent first."""

    languages: tuple[str, ...]
    countries: tuple[str, ...]
    projects: tuple[str, ...]
    tags: tuple[str, ...]


def _count() -> Counted:
    return Counted(
        languages=_most(each=_unnested("languages")),
        countries=_most(each=F("country")),
        projects=_most(each=_unnested("projects")),
        tags=_most(each=F("topic__tags__name")),
    )


def _unnested(name: str) -> BaseExpression:
    return Func(F(name), function="unnest")


def _most(each: Any) -> tuple[str, ...]:
    """Of events that take place within the last year or later."""
    recent = Occurrence.objects.visible_to(NOBODY).filter(ends_at__gte=clock.now() - _BACK)
    seen = Event.objects.visible_to(NOBODY).in_lists().filter(pk__in=recent.values("event"))
    found = (
        seen.annotate(each=each)
        .values_list("each")
        .annotate(n=Count("pk", distinct=True))
        .order_by("-n", "each")
    )
    return tuple(value for value, _ in found if value)[:_AT_MOST]


counted: Kept[Counted] = Kept(EVENTS, _count)

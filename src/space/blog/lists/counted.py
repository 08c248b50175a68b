"""What there is to choose from among public stories: counted when some story changes, not for each page."""

from collections import Counter
from dataclasses import dataclass
from datetime import UTC
from typing import Any

from django.db.models import Count, F, Func
from django.db.models.functions import Coalesce, ExtractMonth, ExtractYear

from space.accounts.readers import NOBODY
from space.blog.models import Author, Edition, Story
from space.blog.shown.related import STORIES
from space.web.kept import Kept

_AT_MOST = 24


@dataclass(frozen=True)
class Counted:
    """Values with how many stories have each, the most frequent first; months from the newest on."""

    stories: int
    languages: tuple[tuple[str, int], ...]
    tags: tuple[tuple[str, int], ...]
    regions: tuple[tuple[str, int], ...]
    authors: tuple[tuple[str, int], ...]
    months: tuple[tuple[int, int, int], ...]

    @property
    def years(self) -> tuple[tuple[int, int], ...]:
        told: Counter[int] = Counter()
        for year, _, number in self.months:
            told[year] += number
        return tuple(sorted(told.items(), reverse=True))


def _count() -> Counted:
    seen = Story.objects.shown_to(NOBODY).in_lists()
    shown = Edition.objects.shown_to(NOBODY).filter(story__in=seen)
    named = Author.objects.filter(story__in=seen).annotate(called=Coalesce("person__name", "name"))
    dated = seen.annotate(
        year=ExtractYear("published_at", tzinfo=UTC), month=ExtractMonth("published_at", tzinfo=UTC)
    )
    months = dated.values_list("year", "month").annotate(n=Count("pk")).order_by("-year", "-month")
    regions = seen.annotate(region=Func(F("regions"), function="unnest"))
    return Counted(
        stories=seen.count(),
        languages=_ranked(shown.values_list("language").annotate(n=Count("pk"))),
        tags=_most(
            seen.filter(topic__tags__isnull=False).values_list("topic__tags__name").annotate(n=Count("pk"))
        ),
        regions=_most(Counter(regions.values_list("region", flat=True)).items()),
        authors=_most(named.values_list("called").annotate(n=Count("story"))),
        months=tuple(months),
    )


def _ranked(found: Any) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(found, key=lambda one: (-one[1], one[0])))


def _most(found: Any) -> tuple[tuple[str, int], ...]:
    return _ranked(found)[:_AT_MOST]


counted: Kept[Counted] = Kept(STORIES, _count)

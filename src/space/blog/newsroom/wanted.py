"""Which stories a page of the newsroom is asked for, as its address says it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.utils.http import urlencode

from space.accounts.readers import Reader
from space.blog.models import Stage
from space.blog.models.stories import StoryQuerySet
from space.blog.newsroom.waiting import WAITING, waits_since
from space.blog.numbers import REMINDER_DAYS
from space.languages import canonical

ME, NOBODY_YET = "me", "nobody"


@dataclass(frozen=True)
class Wanted:
    """What narrows a page. `reviewer` is me, nobody, or the number of a person; `stage` is of the list alone."""

    language: str = ""
    region: str = ""
    reviewer: str = ""
    waiting: bool = False
    stage: str = ""

    @classmethod
    def of(cls, query: Mapping[str, str]) -> "Wanted":
        """What is no filter narrows nothing."""
        reviewer, stage = query.get("reviewer", ""), query.get("stage", "")
        is_person = reviewer.isdecimal() and len(reviewer) < 15
        return cls(
            language=canonical(query.get("language", "")[:20]),
            region=query.get("region", "")[:5],
            reviewer=reviewer if is_person or reviewer in (ME, NOBODY_YET) else "",
            waiting="waiting" in query,
            stage=stage if stage in Stage.values else "",
        )

    def but(self, **changed: Any) -> "Wanted":
        return replace(self, **changed)

    def at(self, url: str, **more: str) -> str:
        """The address of the page at `url` that is asked for this."""
        names = ("language", "region", "reviewer", "stage")
        said = {name: value for name in names if (value := getattr(self, name))}
        query = urlencode(said | ({"waiting": "yes"} if self.waiting else {}) | more)
        return f"{url}?{query}" if query else url

    def __bool__(self) -> bool:
        return self != Wanted()

    def narrow(self, stories: StoryQuerySet, reader: Reader, now: datetime) -> StoryQuerySet:
        if self.language:
            stories = stories.filter(language=self.language)
        if self.region:
            stories = stories.filter(regions__contains=[self.region])
        if self.reviewer == NOBODY_YET:
            stories = stories.filter(reviewer=None)
        elif self.reviewer:
            stories = stories.filter(reviewer=reader.pk if self.reviewer == ME else int(self.reviewer))
        if self.stage:
            stories = stories.filter(stage=self.stage)
        return long_waiting(stories, now) if self.waiting else stories


def long_waiting(stories: StoryQuerySet, now: datetime) -> StoryQuerySet:
    """Those whose turn it has been for too long; what nobody else can see waits for nobody."""
    since = waits_since(REMINDER_DAYS(), now)
    return stories.filter(stage__in=WAITING, shared_at__isnull=False, stage_since__lte=since)

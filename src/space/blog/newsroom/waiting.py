"""Since when a story waits, how long, and for whom."""

from datetime import datetime, timedelta
from typing import NamedTuple

from django.utils.translation import npgettext, pgettext

from space.blog.models import UNDER_WAY, Stage, Story
from space.blog.numbers import REMINDER_DAYS
from space.web.times import ago, iso

# A scheduled story waits for nobody.
WAITING = tuple(stage for stage in UNDER_WAY if stage != Stage.SCHEDULED)


class Waiting(NamedTuple):
    """`late` says how long it is where that is too long; `whom` whose turn it is."""

    iso: str
    ago: str
    late: str
    whom: str


def waiting(story: Story, now: datetime) -> Waiting:
    """In its stage. What is kept back by its authors, or has ended, is not late."""
    days = max(0, (now - story.stage_since).days)
    waits = story.stage in WAITING and story.shared_at is not None
    return Waiting(
        iso=iso(story.stage_since),
        ago=ago(story.stage_since, now),
        late=_late(days) if waits and days >= REMINDER_DAYS() else "",
        whom=_whom(story),
    )


def waits_since(days: int, now: datetime) -> datetime:
    return now - timedelta(days=days)


def _late(days: int) -> str:
    return npgettext("story", "Waiting %(n)d day", "Waiting %(n)d days", days) % {"n": days}


def _whom(story: Story) -> str:
    if story.stage == Stage.REVIEW:
        if story.reviewer_id:
            return pgettext("story waits", "Its reviewer looks at it.")
        return pgettext("story waits", "It waits for somebody who reviews it.")
    if story.stage == Stage.CHANGES:
        return pgettext("story waits", "Its authors have been asked for changes.")
    if story.stage == Stage.SCHEDULED:
        return pgettext("story waits", "It appears by itself.")
    return pgettext("story waits", "Its authors are at it.") if story.stage in WAITING else ""

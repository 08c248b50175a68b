"""The editorial calendar: weeks as rows, with what is scheduled, wished for and published on each day."""

from collections import defaultdict
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, NamedTuple

from django.db.models import Q
from django.utils import formats
from django.utils.timezone import get_current_timezone, localtime
from django.utils.translation import pgettext

from space.accounts.readers import Reader
from space.blog.models import UNDER_WAY, Stage, Story
from space.blog.newsroom.slips import originals_of
from space.blog.newsroom.wanted import Wanted
from space.kit import clock
from space.languages import autonym, mark
from space.web.times import day
from space.web.weeks import first_of_week

WEEKS = 4
_AT_MOST = 400


class Entry(NamedTuple):
    """A story on a day. `kind` is scheduled, wanted or published; `at` its time, if it has one."""

    kind: str
    label: str
    at: str
    title: str
    url: str
    lang: str
    dir: str
    autonym: str


class Day(NamedTuple):
    iso: str
    label: str
    name: str
    is_today: bool
    is_past: bool
    entries: list[Entry]


def asked(typed: str) -> date:
    """The week of a day that an address names; anything else is this week."""
    today = localtime(clock.now()).date()
    try:
        named = date.fromisoformat(typed)
    except ValueError:
        named = today
    # Far enough from the ends of time to count weeks to both sides.
    return first_of_week(named if 1990 <= named.year <= 2200 else today)


def weeks(start: date, wanted: Wanted, reader: Reader) -> dict[str, Any]:
    """Four of them, from this day on, in the time zone of the reader."""
    days = [start + timedelta(days=n) for n in range(7 * WEEKS)]
    entries = _entries(days[0], days[-1], wanted, reader)
    now = localtime(clock.now())
    made = [_day(one, entries[one], now) for one in days]
    return {
        "weeks": [made[n : n + 7] for n in range(0, len(made), 7)],
        "names": [one.name for one in made[:7]],
        "previous": (start - timedelta(days=7 * WEEKS)).isoformat(),
        "next": (start + timedelta(days=7 * WEEKS)).isoformat(),
        "first": day(_noon(days[0]), now),
        "last": day(_noon(days[-1]), now),
        "is_empty": not any(entries.values()),
    }


def _day(one: date, entries: list[Entry], now: datetime) -> Day:
    return Day(
        one.isoformat(),
        day(_noon(one), now),
        formats.date_format(one, "D"),
        one == now.date(),
        one < now.date(),
        sorted(entries, key=lambda entry: (entry.at or "~", entry.title)),
    )


def _noon(one: date) -> datetime:
    return datetime.combine(one, time(12), tzinfo=get_current_timezone())


def _entries(first: date, last: date, wanted: Wanted, reader: Reader) -> dict[date, list[Entry]]:
    span = (
        datetime.combine(first, time(0), tzinfo=get_current_timezone()).astimezone(UTC),
        datetime.combine(last + timedelta(days=1), time(0), tzinfo=get_current_timezone()).astimezone(UTC),
    )
    on = (
        Q(stage=Stage.SCHEDULED, publish_at__gte=span[0], publish_at__lt=span[1])
        | Q(stage=Stage.PUBLISHED, published_at__gte=span[0], published_at__lt=span[1])
        | Q(stage__in=UNDER_WAY, wanted_on__gte=first, wanted_on__lte=last)
    )
    stories = list(wanted.narrow(Story.objects.visible_to(reader).filter(on), reader, clock.now())[:_AT_MOST])
    originals = originals_of(stories, reader)
    found: dict[date, list[Entry]] = defaultdict(list)
    for story in stories:
        title = originals[story.pk].title or pgettext("story", "Untitled")
        for when, entry in _of(story, title):
            found[when].append(entry)
    return found


def _of(story: Story, title: str) -> list[tuple[date, Entry]]:
    """A wish is told while the story has no moment of its own."""
    url, lang = story.desk_url, mark(story.language)
    about = (title, url, lang.lang, lang.dir, autonym(story.language))
    if story.stage == Stage.SCHEDULED and story.publish_at:
        at = localtime(story.publish_at)
        return [(at.date(), Entry("scheduled", pgettext("calendar", "Scheduled"), f"{at:%H:%M}", *about))]
    if story.stage == Stage.PUBLISHED and story.published_at:
        at = localtime(story.published_at)
        return [(at.date(), Entry("published", pgettext("calendar", "Published"), f"{at:%H:%M}", *about))]
    if story.wanted_on:
        return [(story.wanted_on, Entry("wanted", pgettext("calendar", "Wished for"), "", *about))]
    return []

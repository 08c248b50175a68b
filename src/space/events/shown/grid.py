"""Weeks of days with bars: what lasts several days runs on one track through all of them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

from django.utils.safestring import SafeString
from django.utils.translation import npgettext

from space.events.lists.found import Placed
from space.events.shown.entries import Entry
from space.events.shown.times import in_letters, long_day
from space.languages.numerals import numerals


class Line(NamedTuple):
    """What stands on one line of a day: a bar that begins here, or the rest of one."""

    kind: str
    pk: int
    # Over how many days of this week it reaches.
    days: int = 1
    # It lasts several days; it began in an earlier week; it goes on in a later one.
    is_long: bool = False
    is_later_part: bool = False
    goes_on: bool = False


@dataclass
class Laid:
    """The lines of one day, and how many occurrences found no line."""

    lines: list[Line | None]
    more: int = 0
    single: list[Placed] = field(default_factory=list)


def laid_out(found: Iterable[Placed], days: Sequence[date], most: int, *, tall: bool = False) -> list[Laid]:
    """The days of one week, each with at most so many lines. The last line is left for what found none.

    `tall`: what lasts one day can be higher than a line, so it stands below all that runs on.
    """
    week = [Laid([None] * most) for _ in days]
    long = []
    for one in found:
        if one.is_long:
            long.append(one)
        else:
            week[(one.first - days[0]).days].single.append(one)
    for one in sorted(long, key=lambda one: (one.first, one.first - one.last)):
        _run(one, week, days)
    for day in week:
        _fill(day, most, tall=tall)
    return week


def _run(one: Placed, week: list[Laid], days: Sequence[date]) -> None:
    """On the first track that is free on all of its days."""
    start = max((one.first - days[0]).days, 0)
    end = min((one.last - days[0]).days, len(days) - 1)
    touched = week[start : end + 1]
    tracks = range(len(week[0].lines) - 1)
    track = next((n for n in tracks if all(day.lines[n] is None for day in touched)), None)
    if track is None:
        for day in touched:
            day.more += 1
        return
    bar = Line("bar", one.pk, len(touched), True, one.first < days[0], one.last > days[-1])
    for day in touched:
        day.lines[track] = bar if day is touched[0] else bar._replace(kind="rest")


def _fill(day: Laid, most: int, *, tall: bool) -> None:
    """What lasts one day takes the lines that are left: whole days first, then by the clock."""
    taken = [n for n, line in enumerate(day.lines) if line]
    first = max(taken, default=-1) + 1 if tall else 0
    free = [n for n in range(first, most) if day.lines[n] is None]
    if day.more or len(day.single) > len(free):
        free = [n for n in free if n < most - 1]
    day.single.sort(key=lambda one: not one.is_all_day)
    for line, one in zip(free, day.single, strict=False):
        day.lines[line] = Line("bar", one.pk)
    day.more += max(len(day.single) - len(free), 0)


class Shown(NamedTuple):
    """A line with what it says. `classes` are empty for a line on which a bar of an earlier day passes."""

    entry: Entry
    classes: str = ""
    at: str = ""


def _shown(line: Line, entry: Entry) -> Shown:
    if line.kind == "rest":
        return Shown(entry)
    marks = {
        "long": line.is_long,
        "later": line.is_later_part,
        "on": line.goes_on,
        "tentative": entry.is_tentative,
        "cancelled": entry.is_cancelled,
    }
    names = [
        f"tone-{entry.tone}",
        f"bar--{line.days}",
        *(f"bar--{name}" for name, holds in marks.items() if holds),
    ]
    return Shown(entry, " ".join(names), "" if line.is_later_part else entry.at)


class Day(NamedTuple):
    iso: str
    number: str
    label: str
    is_today: bool
    classes: str
    lines: list[Shown | None]
    # How many found no room, in words, and where all of that day are.
    more: str
    more_url: str
    # What the lines look like, once it is made.
    bars: SafeString = SafeString()


def weeks_of(found: Sequence[Placed], first: date, weeks: int, most: int, *, tall: bool) -> list[list[Laid]]:
    """All weeks from this day on."""
    by_week: dict[int, list[Placed]] = defaultdict(list)
    for one in found:
        begins = max((one.first - first).days // 7, 0)
        ends = min((one.last - first).days // 7, weeks - 1)
        for week in range(begins, ends + 1):
            by_week[week].append(one)
    return [
        laid_out(by_week[week], [first + timedelta(days=7 * week + n) for n in range(7)], most, tall=tall)
        for week in range(weeks)
    ]


def shown_pks(weeks: Iterable[list[Laid]]) -> set[int]:
    return {line.pk for week in weeks for day in week for line in day.lines if line}


def days_shown(
    weeks: Sequence[list[Laid]],
    first: date,
    said: dict[int, Entry],
    *,
    today: date,
    month: int | None,
    list_of: Callable[[date], str],
) -> list[list[Day]]:
    """`month`: days of other months are outside of it. An entry that went away meanwhile leaves room."""

    def shown(number: int, laid: Laid) -> Day:
        return _day(first + timedelta(days=number), laid, said, today, month, list_of)

    return [[shown(7 * n + place, laid) for place, laid in enumerate(week)] for n, week in enumerate(weeks)]


def _day(
    day: date,
    laid: Laid,
    said: dict[int, Entry],
    today: date,
    month: int | None,
    list_of: Callable[[date], str],
) -> Day:
    lines = [_shown(line, said[line.pk]) if line and line.pk in said else None for line in laid.lines]
    lines = _by_the_clock(lines, laid)
    while lines and lines[-1] is None:
        lines.pop()
    return Day(
        iso=day.isoformat(),
        number=numerals(day.day),
        label=long_day(day),
        is_today=day == today,
        classes=_classes(
            past=day < today,
            outside=month not in {None, day.month},
            free=not (laid.more or any(one and one.classes for one in lines)),
        ),
        lines=lines,
        more=_more(laid.more) if laid.more else "",
        more_url=list_of(day) if laid.more else "",
    )


def _by_the_clock(lines: list[Shown | None], laid: Laid) -> list[Shown | None]:
    """What lasts one day, in the order of the times that are shown: for who has no zone each is by its own clock."""
    places = [n for n, line in enumerate(laid.lines) if line and not line.is_long and lines[n]]
    ordered = sorted((lines[n] for n in places), key=lambda one: one.at if one else "")
    for place, one in zip(places, ordered, strict=True):
        lines[place] = one
    return lines


def _more(number: int) -> str:
    return numerals(npgettext("calendar", "+%(n)d more", "+%(n)d more", number) % {"n": number})


def _classes(**marks: bool) -> str:
    return " ".join(f"day--{name}" for name, holds in marks.items() if holds)


def weekdays(first: date) -> list[dict[str, str]]:
    """Heads of the columns, short and in full."""
    days = [first + timedelta(days=n) for n in range(7)]
    return [{"short": in_letters(day, "D"), "full": in_letters(day, "l")} for day in days]

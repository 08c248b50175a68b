"""What repeats is cut in two before one of its dates: what stays, and the rest."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice, takewhile

from space.events.when.rules import MOST_DATES, parse
from space.events.when.spans import Span

_BOUND = re.compile(r";?(?:UNTIL|COUNT)=[^;]*", re.IGNORECASE)
_COUNT = re.compile(r"COUNT=(\d+)", re.IGNORECASE)
# So many dates in a row that are the same say that two rules are.
_ALIKE = 60


@dataclass(frozen=True)
class Part:
    """One side of the cut, as an event says when it takes place."""

    span: Span
    rule: str = ""
    more_days: tuple[date, ...] = ()


def split(span: Span, rule: str, more_days: Iterable[date], of: date) -> tuple[Part, Part]:
    """Before the date that begins on this day by the rule, and from it on. Expects that it is one, not the first."""
    more = sorted(more_days)
    before = Part(span, ended(rule, of - timedelta(days=1)), tuple(day for day in more if day < of))
    return before, _rest(span, rule, of, [day for day in more if day > of])


def ended(rule: str, last: date) -> str:
    """The rule until this day, however long it went on."""
    return f"{_unbound(rule)};UNTIL={last:%Y%m%d}" if rule else ""


def _rest(span: Span, rule: str, of: date, more: list[date]) -> Part:
    """It begins on the day itself, where the rule gives the same dates from there.

    A single day outside the rule's pace cannot be where every second week begins to be counted: then the rest begins
    with the next date of the rule, and the single day stays one.
    """
    coming = _after(rule, span, of)
    if not coming:
        return Part(span.on(of), more_days=tuple(more))
    left = _shortened(rule, span, of)
    if _after(left, span.on(of), of) == coming:
        return Part(span.on(of), left, tuple(more))
    return Part(span.on(coming[0]), left, (of, *more))


def _after(rule: str, span: Span, of: date) -> list[date]:
    if not rule:
        return []
    found = parse(rule, span.begins).xafter(datetime.combine(of, time()), inc=True)
    return [moment.date() for moment in islice(found, _ALIKE)]


def _shortened(rule: str, span: Span, of: date) -> str:
    """Of so many times those are left that have not been."""
    times = _COUNT.search(rule)
    if times is None:
        return rule
    there = islice(parse(rule, span.begins), MOST_DATES)
    been = sum(1 for _ in takewhile(lambda moment: moment.date() < of, there))
    return _COUNT.sub(f"COUNT={int(times[1]) - been}", rule)


def _unbound(rule: str) -> str:
    return _BOUND.sub("", rule).removeprefix(";")

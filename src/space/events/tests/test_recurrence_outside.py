"""What we say of dates is what others read in our calendars, in every zone and whatever clocks do."""

from datetime import date, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as some

from space.events.tests.outside import ZONES, read_by_us, read_outside, rules, written
from space.events.when import Departure, Span

SINCE, UNTIL = date(2026, 1, 1), date(2027, 3, 1)
hours = some.sampled_from([time(0), time(0, 30), time(2, 30), time(9), time(18, 45), time(23, 30)])


@some.composite
def spans(draw) -> Span:
    first = draw(some.dates(date(2026, 1, 1), date(2026, 12, 1)))
    last = first + timedelta(days=draw(some.integers(0, 3)))
    if draw(some.booleans()):
        return Span(first, last)
    return Span(first, last + timedelta(days=1), draw(hours), draw(hours))


@settings(max_examples=60, deadline=None)
@given(spans(), rules, some.sampled_from(ZONES), some.data())
def test_other_programs_find_the_dates_that_we_find(span, rule, zone, data):
    text = rule.text(span.first_day)
    more = data.draw(some.lists(some.dates(date(2026, 1, 1), date(2027, 2, 1)), max_size=3, unique=True))
    gone = data.draw(some.lists(some.sampled_from(days_of(span, text, more)), max_size=2, unique=True))
    moved = (
        [Departure(gone.pop(), Span(date(2026, 6, 5), date(2026, 6, 5), time(8), time(9)))]
        if len(gone) > 1
        else []
    )
    changes = [*map(Departure, gone), *moved]
    calendar = written(span, zone, text, more, changes)
    assert read_outside(calendar, SINCE, UNTIL) == read_by_us(span, zone, text, more, changes, SINCE, UNTIL)


def days_of(span, text, more):
    from space.events.when import dates

    return [one.of for one in dates(span, text, more, since=SINCE, until=UNTIL)][:40]

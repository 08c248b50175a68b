"""When an event takes place, whatever clocks, months and rules do."""

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as some

from space.events.when import Departure, Rule, Span, Unit, dates, parse, rule_of

YEAR = {"since": date(2026, 1, 1), "until": date(2026, 12, 31)}
EVENING = Span(date(2026, 1, 6), date(2026, 1, 6), time(19), time(21))


def begins(rule: str, span: Span = EVENING, **more) -> list[date]:
    return [one.span.first_day for one in dates(span, rule, **{**YEAR, **more})]


def test_every_second_tuesday_until_a_day():
    rule = Rule(Unit.WEEK, every=2, until=date(2026, 2, 17)).text(EVENING.first_day)
    assert rule == "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;UNTIL=20260217"
    assert begins(rule) == [date(2026, 1, 6), date(2026, 1, 20), date(2026, 2, 3), date(2026, 2, 17)]


def test_the_last_saturday_of_each_month():
    first = Span(date(2026, 1, 31), date(2026, 2, 1), time(10), time(16))
    rule = Rule(Unit.MONTH_LAST, times=3).text(first.first_day)
    found = dates(first, rule, **YEAR)
    assert [one.span.first_day for one in found] == [
        date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 28),
    ]  # fmt: skip
    assert found[2].span.last_day == date(2026, 3, 29)


def test_on_the_31st_only_months_that_have_one():
    first = Span(date(2026, 1, 31), date(2026, 1, 31))
    assert [day.month for day in begins(Rule(Unit.MONTH_DAY).text(first.first_day), first)] == [
        1, 3, 5, 7, 8, 10, 12,
    ]  # fmt: skip


def test_an_evening_stays_at_its_hour_when_clocks_change():
    rule = Rule(Unit.WEEK).text(EVENING.first_day)
    march = dates(EVENING, rule, since=date(2026, 3, 24), until=date(2026, 3, 31))
    hours = [one.span.moments("Europe/Berlin")[0] for one in march]
    assert hours == [datetime(2026, 3, 24, 18, tzinfo=UTC), datetime(2026, 3, 31, 17, tzinfo=UTC)]


def test_a_time_over_which_clocks_jump_is_taken_as_before_the_jump():
    night = Span(date(2026, 3, 29), date(2026, 3, 29), time(2, 30), time(3, 30))
    start, end = night.moments("Europe/Berlin")
    assert start == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    assert end == start


def test_a_whole_day_ends_at_midnight_there():
    day = Span(date(2026, 5, 1), date(2026, 5, 3))
    assert day.moments("Asia/Kolkata") == (
        datetime(2026, 4, 30, 18, 30, tzinfo=UTC),
        datetime(2026, 5, 3, 18, 30, tzinfo=UTC),
    )


def test_single_dates_are_added_moved_and_left_out():
    rule = Rule(Unit.WEEK, times=3).text(EVENING.first_day)
    moved = Span(date(2026, 1, 14), date(2026, 1, 14), time(18), time(19))
    found = dates(
        EVENING,
        rule,
        [date(2026, 2, 7)],
        [Departure(date(2026, 1, 13), moved, note="The room is taken"), Departure(date(2026, 1, 20))],
        **YEAR,
    )
    assert [one.span.first_day.isoformat() for one in found] == ["2026-01-06", "2026-01-14", "2026-02-07"]
    assert found[1].of == date(2026, 1, 13)


@pytest.mark.parametrize(
    "text", ["", "FREQ=SOMETIMES", "FREQ=HOURLY", "BYDAY=MO", "FREQ=WEEKLY;BYDAY=XX", "\0"]
)
def test_what_is_no_rule_is_said_to_be_none(text):
    with pytest.raises(ValueError, match=r"rule|repeats"):
        parse(text, EVENING.begins)


def test_a_rule_for_ever_ends_with_the_time_that_is_asked_for():
    far = dates(EVENING, "FREQ=DAILY", since=date(2200, 1, 1), until=date(2200, 1, 3))
    assert len(far) == 3


rules = some.builds(
    Rule,
    some.sampled_from(Unit),
    every=some.integers(1, 12),
    weekdays=some.sets(some.integers(0, 6)).map(lambda days: tuple(sorted(days))),
    times=some.none() | some.integers(1, 60),
)


@given(rules, some.dates(date(2020, 1, 1), date(2030, 12, 31)))
def test_what_a_form_says_reads_back_as_the_same_rule(rule, first):
    text = rule.text(first)
    back = rule_of(text, first)
    assert back is not None
    assert back.text(first) == text
    parse(text, datetime.combine(first, time(9)))

"""Our calendars as ical.js reads them, the library of Thunderbird: a second opinion beside Python's."""

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page
from tests.chromium import chromium, needs_chromium

from space.events.tests.outside import ZONES, read_by_us, written
from space.events.when import Departure, Rule, Span, Unit, dates

ICAL = Path(__file__).parents[1] / "vendor" / "ical.min.js"
SINCE, UNTIL = date(2026, 1, 1), date(2027, 6, 1)
BEGINS = """texts => texts.map(text => {
  const calendar = new ICAL.Component(ICAL.parse(text))
  ICAL.TimezoneService.reset()
  calendar.getAllSubcomponents("vtimezone").forEach(zone => ICAL.TimezoneService.register(zone))
  const [whole, ...exceptions] = calendar.getAllSubcomponents("vevent")
  const event = new ICAL.Event(whole, { exceptions, strictExceptions: false })
  const said = time => time.isDate ? time.toString() : new Date(time.toUnixTime() * 1000).toISOString()
  if (!event.isRecurring()) return [said(event.startDate)]
  const dates = event.iterator(), found = []
  for (let next = dates.next(); next && next.year < 2028 && found.length < 700; next = dates.next())
    found.push(said(event.getOccurrenceDetails(next).startDate))
  return found
})"""

pytestmark = needs_chromium


@pytest.fixture
def page() -> Iterator[Page]:
    with chromium() as started:
        page = started.new_page()
        page.add_script_tag(content=ICAL.read_text())
        yield page


def test_ical_js_finds_the_dates_that_we_find(page):
    chosen = random.Random(5545)
    plans = [_some_plan(chosen) for _ in range(60)]
    found = page.evaluate(BEGINS, [written(*plan) for plan in plans])
    for plan, begins in zip(plans, found, strict=True):
        ours = {_said(begin) for begin, _ in read_by_us(*plan, SINCE, UNTIL)}
        assert {one for one in begins if one[:10] < "2027-05-20"} == {
            one for one in ours if one[:10] < "2027-05-20"
        }, plan


def _some_plan(chosen: random.Random) -> tuple[Span, str, str, list[date], list[Departure]]:
    first = date(2026, 1, 1) + timedelta(days=chosen.randrange(300))
    last = first + timedelta(days=chosen.randrange(3))
    hour = time(chosen.choice([0, 9, 18, 23]), chosen.choice([0, 30]))
    span = Span(first, last) if chosen.random() < 0.3 else Span(first, last + timedelta(days=1), hour, hour)
    rule = Rule(
        chosen.choice(list(Unit)),
        every=chosen.randint(1, 3),
        weekdays=(first.weekday(), chosen.randrange(7)),
        until=chosen.choice([None, first + timedelta(days=chosen.randrange(200))]),
    )
    text = rule.text(first)
    more = [first + timedelta(days=3 + chosen.randrange(100)) for _ in range(chosen.randrange(3))]
    days = [one.of for one in dates(span, text, more, since=SINCE, until=UNTIL)]
    changes = [Departure(day) for day in sorted(set(chosen.sample(days, min(2, len(days)))) - {first})]
    moved = [Departure(first, Span(first, first, time(8), time(9)))] if chosen.random() < 0.4 else []
    return span, chosen.choice(ZONES), text, sorted(set(more)), [*moved, *changes]


def _said(moment: date) -> str:
    if isinstance(moment, datetime):
        return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")
    return moment.isoformat()

"""The events of the demo: ours, in many languages, at places that are there, and right in their details."""

import re
import unicodedata
from collections import Counter
from datetime import date, timedelta

import pytest

from space import languages
from space.events.models import Type
from space.events.when import is_zone
from space.mediawiki.projects import PROJECTS
from space.pages.demo import cast, planned
from space.pages.demo.times import ago, day_of
from space.pages.tests.test_demo_content import conversations, runs

TOLD = planned.read()
FRIDAY = date(2026, 11, 27)


def test_there_is_enough_to_see() -> None:
    assert len(TOLD) >= 40
    assert len({one.slug for one in TOLD}) == len({one.title for one in TOLD}) == len(TOLD)
    assert len({one.language for one in TOLD}) >= 9
    assert sum(bool(one.repeat) for one in TOLD) >= 10
    assert sum(one.status == "tentative" for one in TOLD) >= 2
    assert sum(bool(one.cancelled) for one in TOLD) == 1
    assert {kind for one in TOLD for kind in one.types} >= set(Type.values) - {Type.OTHER}
    assert {bool(one.online) for one in TOLD} == {bool(one.starts) for one in TOLD} == {True, False}
    last = [day_of(one.day, FRIDAY) + timedelta(days=one.days) for one in TOLD if not one.repeat]
    assert sum(day < FRIDAY for day in last) >= 5
    assert sum(day > FRIDAY for day in last) >= 20
    assert min(Counter(_continent(one) for one in TOLD if one.point).values()) >= 2
    assert len({_continent(one) for one in TOLD if one.point}) == 5


def _continent(one: planned.Planned) -> str:
    return {"Asia/Amman": "Asia"}.get(one.zone, one.zone.partition("/")[0])


@pytest.mark.parametrize("one", TOLD, ids=lambda one: one.slug)
def test_an_event_is_right_in_its_details(one: planned.Planned) -> None:
    since = {person.name: ago(person.since) for person in cast.people()}
    assert is_zone(one.zone)
    assert set(one.projects) <= set(PROJECTS)
    assert set(one.types) <= set(Type.values)
    assert len(one.types) <= 2
    assert all(since[name] > one.added_ago for name in one.people if name in {one.by, *one.organisers})
    assert one.people <= set(since)
    assert all(languages.known(code) for code in (one.language, *one.languages))
    assert bool(one.point) == bool(one.place) == bool(one.country)
    assert one.place or one.online or one.place_follows
    assert not one.country or languages.region_name(one.country) != one.country
    assert not one.online or re.fullmatch(r"https://meet\.example\.org/[a-z]+", one.online)
    assert one.text == unicodedata.normalize("NFC", one.text)
    assert 50 <= len(one.text.strip()) <= 900
    plan = one.plan(FRIDAY)
    assert plan.span.ends > plan.span.begins
    assert not (one.repeat and one.cancelled)


def test_nothing_is_said_twice() -> None:
    seen: dict[str, str] = {}
    others = {run for told in conversations() for post in told.posts for run in runs(post.text)}
    for one in TOLD:
        for run in runs(one.text):
            assert run not in others, f"{one.slug}: {run}"
            assert seen.setdefault(run, one.slug) == one.slug, f"{one.slug} and {seen[run]}: {run}"


def test_french_keeps_its_marks_on_the_line() -> None:
    for one in TOLD:
        if one.language == "fr":
            assert not re.search(r" [:;?!»]|« ", f"{one.title}\n{one.text}"), one.slug


@pytest.mark.parametrize("text", ["someday +2", "monday", "monday 2", "Monday +1", ""])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is no day"):
        day_of(text, FRIDAY)


def test_days_count_in_weeks_from_monday_on() -> None:
    assert day_of("monday +0", FRIDAY) == date(2026, 11, 23)
    assert day_of("sunday -1", FRIDAY) == date(2026, 11, 22)
    assert day_of("saturday +2", FRIDAY) == date(2026, 12, 12)

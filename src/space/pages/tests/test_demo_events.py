"""The events of the demo: ours, in many languages, at places that are there, and right in their details."""

import re
import tomllib
import unicodedata
from collections import Counter
from datetime import date, timedelta

import pytest

from space import languages
from space.events.models import Type
from space.events.when import Unit, is_zone
from space.mediawiki.projects import PROJECTS
from space.pages.demo import cast, planned
from space.pages.demo.times import ago, day_of
from space.pages.tests.test_demo_content import conversations, runs

TOLD = planned.read()
FRIDAY = date(2026, 11, 27)


CONTINENTS = ("africa", "america", "asia", "europe", "oceania")


def test_there_is_enough_to_see() -> None:
    assert len(TOLD) >= 120
    assert len({one.slug for one in TOLD}) == len({one.title for one in TOLD}) == len(TOLD)
    assert len({one.language for one in TOLD}) >= 19
    assert Counter(one.status for one in TOLD)["tentative"] >= 5
    assert sum(bool(one.cancelled) for one in TOLD) >= 2
    assert sum(one.capacity is not None and len(one.going) > one.capacity for one in TOLD) >= 2, "some wait"
    assert {kind for one in TOLD for kind in one.types} >= set(Type.values) - {Type.OTHER}
    assert {bool(one.online) for one in TOLD} == {bool(one.starts) for one in TOLD} == {True, False}
    assert any(one.said for one in TOLD)
    assert sum(one.category == "safety-circle" for one in TOLD) >= 3


@pytest.mark.parametrize("continent", CONTINENTS)
def test_people_meet_on_every_continent(continent: str) -> None:
    with (cast.HERE / "events" / f"{continent}.toml").open("rb") as file:
        assert sum("point" in one for one in tomllib.load(file)["event"]) >= 12


def test_about_a_third_is_over_and_years_before_have_something() -> None:
    last = [day_of(one.day, FRIDAY) + timedelta(days=one.days) for one in TOLD if not one.repeat]
    assert len(TOLD) / 4 <= sum(day < FRIDAY for day in last) <= len(TOLD) / 2
    assert sum(day > FRIDAY for day in last) >= 40
    assert len({day.year for day in last}) >= 15


def test_events_repeat_in_every_way() -> None:
    repeating = [one for one in TOLD if one.repeat or one.more]
    assert len(repeating) >= 25
    assert {one.repeat for one in TOLD} >= set(Unit)
    for name in ("every", "times", "until", "weekdays", "more", "left_out", "moved"):
        assert any(getattr(one, name) not in (1, None, "", []) for one in repeating), name


@pytest.mark.parametrize("one", TOLD, ids=lambda one: one.slug)
def test_an_event_is_right_in_its_details(one: planned.Planned) -> None:
    assert is_zone(one.zone)
    assert set(one.projects) <= set(PROJECTS)
    assert set(one.types) <= set(Type.values)
    assert len(one.types) <= 2
    assert all(languages.known(code) for code in (one.language, *one.languages))
    assert bool(one.point) == bool(one.place)
    assert one.country or one.online or one.place_follows
    assert one.country if one.place else not one.address
    assert not one.country or languages.region_name(one.country) != one.country
    assert not one.online or re.fullmatch(r"https://meet\.example\.org/[a-z]+", one.online)
    assert one.text == unicodedata.normalize("NFC", one.text)
    assert 50 <= len(one.text.strip()) <= 900
    plan = one.plan(FRIDAY)
    assert plan.span.ends > plan.span.begins
    assert not (one.repeat and one.cancelled)
    assert {single.number for single in one.singles} <= set(range(1, len(one.coming(FRIDAY)) + 1))


@pytest.mark.parametrize("one", TOLD, ids=lambda one: one.slug)
def test_people_are_there_when_they_do_something_and_write_what_they_speak(one: planned.Planned) -> None:
    cast_now = {person.name: person for person in cast.people()}
    assert one.people <= set(cast_now)
    assert all(ago(cast_now[name].since) > one.added_ago for name in {one.by, *one.organisers})
    for post in one.posts:
        assert post.language in cast_now[post.author].languages
        assert one.added_ago > post.ago
    assert all(one.added_ago > single.ago for single in one.singles)


def test_nothing_is_said_twice() -> None:
    seen: dict[str, str] = {}
    others = {run for told in conversations() for post in told.posts for run in runs(post.text)}
    for one in TOLD:
        for run in runs("\n\n".join((one.text, *(post.text for post in one.posts)))):
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


def test_days_count_in_weeks_and_in_months() -> None:
    assert day_of("monday +0", FRIDAY) == date(2026, 11, 23)
    assert day_of("sunday -1", FRIDAY) == date(2026, 11, 22)
    assert day_of("saturday +2", FRIDAY) == date(2026, 12, 12)
    assert day_of("tuesday 2 of -1", FRIDAY) == date(2026, 10, 13)
    assert day_of("saturday last of +0", FRIDAY) == date(2026, 11, 28)
    assert day_of("day 10 of +2", FRIDAY) == date(2027, 1, 10)
    assert day_of("2019-08-16", FRIDAY) == date(2019, 8, 16)

"""What else is on while somebody chooses a date."""

from dataclasses import replace
from datetime import date

import pytest
from django.http import QueryDict

from space.accounts.readers import NOBODY, reader_of
from space.events.actions import add_event
from space.events.models import Status
from space.events.shown.clash import clash
from space.events.when.holidays import holidays_of
from space.kit import clock
from space.testing.cast import make
from space.testing.events import MONDAY, TRAINING

DAY = "first_day=2026-03-12"


@pytest.fixture(autouse=True)
def on_that_monday():
    with clock.at(MONDAY):
        yield


def meet(title, **more):
    by = make(f"Organiser of {title}")
    return add_event(replace(TRAINING, **more), by=by, title=title, text="Come as you are.", language="en")


def found(query, reader=NOBODY, **more) -> list[str]:
    told = clash(QueryDict(query), reader, **more)
    return [] if told is None else [row.title for row in told["rows"]]


def test_the_same_country_then_the_same_language_online_and_nothing_that_is_far(training, lena):
    meet("Far away", country="FJ", languages=("fj",))
    meet("Online in English", country="", is_on_site=False, is_online=True)
    meet("Perhaps in Ghana", status=Status.TENTATIVE)
    meet("A week later", first_day=date(2026, 3, 19), last_day=date(2026, 3, 19))
    assert found(f"{DAY}&country=GH&spoken=en&how=both&types=training") == [
        "Wikidata for beginners",
        "Perhaps in Ghana",
        "Online in English",
    ]


def test_an_event_does_not_clash_with_itself(training):
    assert found(f"{DAY}&country=GH", event=training.pk) == []


def test_what_one_may_not_see_clashes_with_nothing(hideout, kofi, lena):
    add_event(TRAINING, by=kofi, title="For us alone", text="The door is on the left.", category=hideout)
    assert found(f"{DAY}&country=GH", reader_of(lena)) == []
    assert found(f"{DAY}&country=GH", reader_of(kofi)) == ["For us alone"]


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_a_day_at_the_edge_of_the_calendar_is_none_that_one_plans(day):
    assert clash(QueryDict(f"first_day={day}"), NOBODY) is None


@pytest.mark.parametrize("query", ["", "first_day=tomorrow", "first_day=2026-02-30&spoken=Xyz&types=none"])
def test_without_a_day_there_is_nothing_to_say(query):
    assert clash(QueryDict(query), NOBODY) is None


def test_holidays_of_the_country_are_named():
    days = dict(holidays_of("FR", date(2026, 7, 13), date(2026, 7, 15), "fr"))
    assert days == {date(2026, 7, 14): "Fête nationale"}
    assert list(holidays_of("XX", date(2026, 7, 13), date(2026, 7, 15), "fr")) == []


def test_the_form_tells_it_without_a_script(client, training, lena):
    client.force_login(lena)
    page = client.post("/events/add", {"title": "Another one", "first_day": "2026-03-12", "country": "GH"})
    assert page.status_code == 422
    assert "Wikidata for beginners" in page.content.decode()

"""The map: what it shows, and what it never does."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from space.events.actions import add_event, cancel_event
from space.events.actions.occurring import make_occurrences
from space.events.lists.mapped import Box, box_of
from space.events.models import Occurrence
from space.kit import clock
from space.limits.actions import Limit
from space.limits.here import forget_here
from space.testing.cast import make
from space.testing.events import MONDAY, TRAINING

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def on_that_monday():
    with clock.at(MONDAY):
        yield


def meet(title, latitude, longitude, **more):
    """By somebody of their own, since one waits a little between two events."""
    plan = replace(TRAINING, latitude=latitude, longitude=longitude, **more)
    return add_event(
        plan, by=make(f"Organiser of {title}"), title=title, text="Come as you are.", language="en"
    )


def points(client, query="") -> dict[str, list[int]]:
    return json.loads(client.get(f"/map/points{query}").content)


def listed(client, box) -> str:
    return client.get("/map/list", {"box": box}).content.decode()


def test_points_are_columns_from_south_to_north(client):
    accra, suva = meet("A day in Accra", 5.556, -0.1969), meet("A day in Suva", -18.1416, 178.4419)
    assert points(client) == {
        "ids": [suva.pk, accra.pk],
        "lat": [-1814, 1814 + 556],
        "lon": [17844, -20],
        "tone": [10, 10],
    }


def test_a_map_without_a_script_has_as_many_dots_as_its_list_has_places(client, meetup):
    meet("A day in Accra", 5.556, -0.1969)
    meet("A day in Suva", -18.1416, 178.4419)
    page = client.get("/map/").content.decode()
    assert page.count("world__dot") == page.count('class="meet"') == 2
    assert "Der Dienstag im Netz" not in page


def test_the_list_beside_it_holds_what_is_in_view_also_over_the_line_of_dates(client):
    meet("A day in Accra", 5.556, -0.1969)
    meet("A day in Suva", -18.1416, 178.4419)
    meet("A day in Apia", -13.8333, -171.7667)
    pacific = listed(client, "170,-30,195,0")
    assert "A day in Suva" in pacific
    assert "A day in Apia" in pacific
    assert "A day in Accra" not in pacific
    assert listed(client, "-400,-90,400,90").count('class="meet"') == 3
    assert "No event in this part" in listed(client, "0,60,1,61")


@pytest.mark.parametrize("typed", ["", "1,2,3", "a,b,c,d", "nan,0,1,2", "inf,0,1,2", "1,2,3,4,5"])
def test_what_is_no_part_of_the_world_is_all_of_it(typed):
    assert box_of(typed) is None


def test_a_part_of_the_world_is_west_south_east_north():
    assert box_of("-10.5,0,20,30") == Box(-10.5, 0, 20, 30)


def test_a_protected_country_has_no_point_and_no_card(client, settings):
    event = meet("A day in Accra", 5.556, -0.1969)
    settings.PROTECTED_COUNTRIES = ("GH",)
    assert points(client)["ids"] == []
    assert client.get(f"/map/card/{event.pk}").status_code == 404


def test_what_is_cancelled_over_or_elsewhere_is_not_among_what_is_to_come(client, kofi):
    event = meet("A day in Accra", 5.556, -0.1969)
    Occurrence.objects.for_actions().update(place="The other house")
    assert points(client)["ids"] == []
    make_occurrences(event)
    assert points(client)["ids"] == [event.pk]
    with clock.at(MONDAY + timedelta(days=30)):
        assert points(client)["ids"] == []
        assert points(client, "?year=2026")["ids"] == [event.pk]
        assert points(client, "?year=2025")["ids"] == []
    cancel_event(event, by=kofi, reason="The power is out.")
    assert points(client)["ids"] == []


def test_a_card_tells_what_a_point_is(client):
    event = meet("A day in Accra", 5.556, -0.1969)
    card = client.get(f"/map/card/{event.pk}").content.decode()
    assert "A day in Accra" in card
    assert event.get_absolute_url() in card


def test_filters_stay_while_one_looks_for_a_place(client):
    page = client.get("/map/?type=training&year=2026&place=Nowhere-at-all").content.decode()
    assert '<input type="hidden" name="type" value="training">' in page
    assert '<input type="hidden" name="year" value="2026">' in page
    assert "No place of the name “Nowhere-at-all” was found" in page


def test_around_a_place_the_list_holds_what_is_near_it(client, monkeypatch):
    meet("A day in Accra", 5.556, -0.1969)
    meet("A day in Suva", -18.1416, 178.4419)
    monkeypatch.setattr(
        "space.events.views.map.map_page.place_asked", lambda typed: {"name": typed, "at": "5.1,-1.25,7"}
    )
    page = client.get("/map/?place=Cape+Coast").content.decode()
    assert 'at="5.1,-1.25,7"' in page
    assert "A day in Accra" in page
    assert "A day in Suva" not in page


def test_numbers_are_in_the_digits_of_the_language(client):
    meet("A day in Accra", 5.556, -0.1969)
    page = client.get("/map/?year=2026", headers={"accept-language": "ar"}).content.decode()
    assert "٢٠٢٦" in page
    assert ">2026" not in page


TILES = "https://tiles.example.org:8443/{z}/{x}/{y}.png"


def test_without_tiles_no_other_host_is_asked_for_pictures(client):
    assert "img-src 'self' data:;" in client.get("/map/")["Content-Security-Policy"]
    assert "pictures from" not in client.get("/privacy/").content.decode()


def test_tiles_of_an_operator_are_let_in_on_the_map_alone_and_named_on_the_privacy_page(client, settings):
    settings.MAP_TILES, settings.MAP_TILES_BY = TILES, "Maps of the chapter"
    settings.MAP_TILES_PRIVACY = "https://tiles.example.org/privacy"
    settings.MAP_TILES_CREDIT = "© those who draw maps"
    answer = client.get("/map/")
    assert "img-src 'self' data: https://tiles.example.org:8443;" in answer["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in answer["Content-Security-Policy"]
    page = answer.content.decode()
    assert f'tiles="{TILES}"' in page
    assert "© those who draw maps" in page
    assert "Map: Natural Earth." not in page
    for elsewhere in ("/", "/calendar/", "/embed/map", "/privacy/"):
        assert "tiles.example.org" not in client.get(elsewhere)["Content-Security-Policy"]
    told = client.get("/privacy/").content.decode()
    assert "Maps of the chapter" in told
    assert 'href="https://tiles.example.org/privacy"' in told


def test_who_asks_for_places_and_lists_without_end_is_asked_to_wait(client, monkeypatch):
    forget_here()
    monkeypatch.setattr("space.events.views.map.FINDS", Limit("places of a test", 1, timedelta(minutes=1)))
    monkeypatch.setattr("space.events.views.map.LISTS", Limit("lists of a test", 1, timedelta(minutes=1)))
    for address in ("/map/?place=Nowhere", "/map/list?box=0,0,1,1"):
        assert [client.get(address).status_code for _ in range(2)] == [200, 429]
    assert client.get("/map/").status_code == 200


def test_an_event_leads_to_our_map_and_says_its_address(client):
    event = meet("A day in Accra", 5.556, -0.1969, geoname=2306104)
    page = client.get(event.get_absolute_url()).content.decode()
    assert 'href="/map/?place=Accra%2C+Ghana#9/5.56/-0.20"' in page
    assert f'address="/e/{event.pk}/"' in page
    shared = client.get(f"{event.get_absolute_url()}share").content.decode()
    assert f"http://localhost/e/{event.pk}/" in shared

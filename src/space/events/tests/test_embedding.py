"""Pages of events within pages of others: who may show them, and what they never tell."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest

from space.events.actions import add_event
from space.kit import clock
from space.testing.cast import make
from space.testing.events import MONDAY, TRAINING
from space.web.pagecache.marks import TAGS

pytestmark = pytest.mark.django_db
FRAMES = ("/embed/calendar", "/embed/list", "/embed/map")


@pytest.fixture(autouse=True)
def on_that_monday():
    with clock.at(MONDAY):
        yield


@pytest.fixture
def in_the_circle(kofi, hideout):
    """Of a closed group, and Kofi organises it."""
    with clock.at(MONDAY + timedelta(hours=6)):
        return add_event(TRAINING, by=kofi, title="The circle meets", text="For us alone.", category=hideout)


def text(client, address, **more) -> str:
    answer = client.get(address, **more)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("address", FRAMES)
def test_any_site_may_show_these_and_they_set_no_cookie(client, training, lena, address):
    client.force_login(lena)
    answer = client.get(address)
    assert "frame-ancestors *" in answer["Content-Security-Policy"]
    assert "form-action 'none'" in answer["Content-Security-Policy"]
    assert "X-Frame-Options" not in answer
    assert not answer.cookies


@pytest.mark.parametrize("address", ["/", "/calendar/", "/map/", "/embed/", "/accounts/login/", "/nowhere"])
def test_nobody_may_show_anything_else(client, address):
    answer = client.get(address)
    assert "frame-ancestors 'none'" in answer["Content-Security-Policy"]
    assert answer["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize("address", FRAMES)
def test_they_are_shown_as_to_nobody_whoever_asks(client, training, in_the_circle, kofi, address):
    kofi.language, kofi.time_zone, kofi.theme = "fr", "Asia/Tokyo", "dark"
    kofi.save()
    before = text(client, f"{address}?mine=yes")
    client.force_login(kofi)
    assert text(client, f"{address}?mine=yes") == before
    assert "Wikidata for beginners" in before
    assert "The circle meets" not in before
    assert 'data-theme="auto"' in before


def test_the_address_or_the_browser_says_the_language(client, training):
    assert 'lang="fr"' in text(client, "/embed/list", headers={"accept-language": "fr"})
    page = text(client, "/embed/calendar?lang=ar", headers={"accept-language": "fr"})
    assert '<html lang="ar" dir="rtl"' in page


def test_ways_to_other_days_stay_in_the_frame_and_all_others_lead_out(client, training):
    page = text(client, "/embed/calendar?type=training&lang=fr&day=2026-03-01")
    assert '<base target="_blank">' in page
    ways = re.findall(r'target="_self" href="([^"]+)"', page)
    assert [way.replace("&amp;", "&") for way in ways] == [
        "/embed/calendar?type=training&day=2026-02-01&lang=fr",
        "/embed/calendar?type=training&day=2026-04-01&lang=fr",
    ]
    assert training.get_absolute_url() in page
    assert re.search(r'href="/calendar/\?type=training" rel="noopener"', page)


def test_filters_hold_in_frames_too(client, training):
    for address in FRAMES:
        assert "Wikidata for beginners" in text(client, f"{address}?country=GH&tentative=no")
        assert "Wikidata for beginners" not in text(client, f"{address}?type=meetup")


def test_the_map_in_a_frame_says_how_many_are_near_each_other(client, training):
    with clock.at(MONDAY):
        for title, plan in (
            ("In the next street", replace(TRAINING, latitude=5.6)),
            ("Far in the ocean", replace(TRAINING, latitude=-18.1, longitude=178.4)),
        ):
            add_event(plan, by=make(title), title=title, text="Come.", language="en")
    page = text(client, "/embed/map")
    assert page.count("world__dot") == 2
    assert "<title>2 events</title>" in page
    assert "<title>Far in the ocean</title>" in page
    assert 'href="/map/#5/5.58/-0.20"' in page


@pytest.mark.parametrize("address", FRAMES)
def test_a_frame_is_kept_for_everybody_until_an_event_changes(client, address):
    kept = client.get(f"{address}?type=training&lang=fr")
    assert {"events", "settings"} <= set(kept[TAGS].split())
    assert TAGS not in client.get(f"{address}?q=anything")

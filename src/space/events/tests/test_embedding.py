"""Pages of events within pages of others: who may show them, and what they never tell."""

import re
from base64 import b64encode
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256
from io import BytesIO
from xml.etree import ElementTree

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.utils.html import escape
from PIL import Image

from space.events.actions import add_event
from space.kit import clock
from space.places.drawing import on_sheet
from space.testing.cast import make
from space.testing.events import MONDAY, TRAINING
from space.web.pagecache.marks import TAGS

pytestmark = pytest.mark.django_db
SVG = "{http://www.w3.org/2000/svg}"
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


@pytest.mark.parametrize(
    "address", ["/", "/calendar/", "/map/", "/embed/", "/map.svg", "/accounts/login/", "/nowhere"]
)
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
    assert page.count('class="world__dot') == 2
    assert "<title>2 events</title>" in page
    assert "<title>Far in the ocean</title>" in page
    assert 'href="/map/#5/5.58/-0.20"' in page


def oembed(client, address, **more) -> HttpResponse:
    return client.get("/oembed", {"url": settings.ORIGIN + address, **more})


def test_oembed_gives_frames_of_the_calendar_and_the_map_and_a_quotation_of_an_event(client, training):
    for address, source in (
        ("/calendar/?type=training", "/embed/calendar?type=training"),
        ("/calendar/?view=list&day=2026-04-01", "/embed/list?day=2026-04-01"),
        ("/map/?year=2025&country=GH", "/embed/map?country=GH&amp;year=2025"),
        ("/embed/list?tag=glam", "/embed/list?tag=glam"),
    ):
        told = oembed(client, address, maxwidth=500, maxheight=300).json()
        assert (told["type"], told["width"], told["height"]) == ("rich", 500, 300)
        assert told["html"].startswith(f'<iframe src="{settings.ORIGIN}{source}" ')
        assert 'width="500" height="300"' in told["html"]
    told = oembed(client, training.get_absolute_url(), maxwidth=400).json()
    assert (told["title"], told["author_name"], told["width"]) == (
        "Wikidata for beginners",
        "Kofi Mensah",
        400,
    )
    assert "Accra" in told["html"]


def test_oembed_knows_nothing_of_closed_groups(client, in_the_circle, kofi):
    client.force_login(kofi)
    assert oembed(client, in_the_circle.get_absolute_url()).status_code == 404
    assert "json+oembed" not in text(client, in_the_circle.get_absolute_url())


def test_pages_of_events_say_where_oembed_is(client, training):
    for address in ("/calendar/?type=training", "/map/", training.get_absolute_url()):
        where = re.search(r'json\+oembed" [^>]*href="([^"]+)"', text(client, address))[1]
        assert client.get(where.replace("&amp;", "&")).status_code == 200


@pytest.mark.parametrize("address", FRAMES)
def test_a_frame_is_kept_for_everybody_until_an_event_changes(client, address):
    kept = client.get(f"{address}?type=training&lang=fr")
    assert {"events", "settings"} <= set(kept[TAGS].split())
    assert TAGS not in client.get(f"{address}?q=anything")


def test_the_page_to_take_them_from_shows_each_way_for_the_same_filter(client, training):
    page = text(client, "/embed/?type=training&kind=list&size=small&lang=fr&mine=yes")
    source = f"{settings.ORIGIN}/embed/list?type=training&amp;lang=fr"
    assert escape(f'<iframe src="{source}"') in page
    assert escape('width="360" height="480"') in page
    assert '<iframe class="put__preview" src="/embed/list?type=training&amp;lang=fr" width="360"' in page
    assert escape('<mapframe width="600"') in page
    assert escape('{| class="wikitable') in page
    for address in ("/map.svg", "/map.png", "/map.wikitext", "/calendar.wikitext", "/calendar.ics"):
        assert f"{settings.ORIGIN}{address}?type=training" in page
    assert page.count("<copy-text") == 12


def test_what_is_put_elsewhere_holds_nothing_of_closed_groups(client, training, in_the_circle, kofi):
    client.force_login(kofi)
    page = text(client, "/embed/")
    assert "Wikidata for beginners" in page
    assert "The circle meets" not in page


def test_calendar_and_map_lead_there_with_their_filter(client, training):
    assert 'href="/embed/?type=training&amp;kind=map&amp;year=2026"' in text(
        client, "/map/?type=training&year=2026"
    )
    assert 'href="/embed/?type=training&amp;kind=list"' in text(client, "/calendar/?type=training&view=list")


def test_the_map_is_an_svg_that_stands_alone(client, training, in_the_circle, kofi):
    client.force_login(kofi)
    answer = client.get("/map.svg?type=training&lang=ar")
    assert answer["Content-Type"].startswith("image/svg+xml")
    drawing = ElementTree.fromstring(answer.content)
    assert drawing.find(f"{SVG}title").text.startswith("Wikimedia Space · ")
    assert [one.text for one in drawing.iter(f"{SVG}title")][1:] == ["Wikidata for beginners"]
    (link,) = (one for one in drawing.iter(f"{SVG}a") if one.find(f"{SVG}circle") is not None)
    assert link.get("href") == settings.ORIGIN + training.get_absolute_url()
    assert "Natural Earth, GeoNames" in answer.content.decode()
    style = drawing.find(f"{SVG}style").text
    assert "prefers-color-scheme:dark" in style
    assert b64encode(sha256(style.encode()).digest()).decode() in answer["Content-Security-Policy"]
    assert "default-src 'none'" in answer["Content-Security-Policy"]


def test_the_map_is_a_png_that_who_has_it_is_not_sent_again(client, training):
    answer = client.get("/map.png?type=training")
    image = Image.open(BytesIO(answer.content))
    assert (image.format, image.size) == ("PNG", (1200, 628))
    assert len(answer.content) < 60_000
    accra = on_sheet(5.556, -0.1969)
    there = tuple(round(unit * 1200 / 2880) for unit in accra)
    assert image.convert("RGB").getpixel(there) == (0, 102, 153)
    empty = Image.open(BytesIO(client.get("/map.png?type=meetup").content))
    assert empty.convert("RGB").getpixel(there) != (0, 102, 153)
    assert client.get("/map.png?type=training", headers={"if-none-match": answer["ETag"]}).status_code == 304

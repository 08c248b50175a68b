"""The map of the world that stands still."""

import gzip
import json
import re
from html import unescape

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string

from space.places.countries import countries
from space.places.drawing import SHAPES, SHEET, Marker, on_sheet, world


def file(name):
    return open(finders.find(name), "rb").read()


def test_every_marker_is_a_link_where_it_lies():
    markers = [
        Marker(-1.29, 36.82, "/events/one/1/", 'Editing in "Nairobi" <b>'),
        Marker(-90, 0, "/events/two/2/", "At the pole"),
    ]
    page = render_to_string("places/_world.html", {"world": world(markers, "Two events")})

    links = re.findall(
        r'<a href="([^"]+)">\s*<title>([^<]+)</title>\s*<circle [^>]*cx="(\d+)" cy="(\d+)"', page
    )
    assert [(url, unescape(label), int(x), int(y)) for url, label, x, y in links] == [
        ("/events/one/1/", 'Editing in "Nairobi" <b>', 1735, 853),
        ("/events/two/2/", "At the pole", 1440, 1420),
    ]
    assert 'aria-label="Two events"' in page


def test_dots_and_land_are_drawn_on_the_same_sheet():
    sheet = file(SHEET).decode()

    assert f'viewBox="{world([], "").view}"' in sheet
    # The southern tip of Africa, as the land has it and as a marker would.
    cape = on_sheet(-34.8, 20.0)
    assert any(abs(x - cape[0]) < 12 and abs(y - cape[1]) < 12 for x, y in points(sheet))
    assert {"land", "borders", "disputed"} <= set(re.findall(r'id="(\w+)"', sheet))


def test_shapes_of_countries_have_no_streaks_and_few_bytes():
    content = file(SHAPES)
    told = json.loads(content)

    assert len(gzip.compress(content)) < 45_000
    rings = [ring for shapes in told["countries"].values() for polygon in shapes for ring in polygon]
    # The largest step is along the edge of Antarctica; nothing else jumps over the map.
    jumps = [max(map(abs, ring[2::2]), default=0) / told["units"] for ring in rings]
    assert max(jumps) > 180 > 30 > sorted(jumps)[-2]
    missing = {one.code for one in countries()} - set(told["countries"])
    assert len(missing) < 20
    assert not missing & {"FJ", "XK", "TW", "PS", "SG", "MT", "MV", "NR"}
    assert all(len(line) >= 4 for line in told["disputed"])


def points(sheet):
    """Where the land of the sheet has its corners."""
    for path in re.search(r'id="land" d="([^"]+)"', sheet)[1].split("M")[1:]:
        numbers = [int(one) for one in re.findall(r"-?\d+", path)]
        x, y = numbers[:2]
        for dx, dy in zip(numbers[2::2], numbers[3::2], strict=True):
            x, y = x + dx, y + dy
            yield x, y

"""The world on one sheet, with places on it that are links: a map for who has no script, and for what stands still."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.templatetags.static import static
from django.utils.safestring import SafeString, mark_safe

# Units in a degree of longitude and of latitude, and the northern and southern edge: of world.svg, which
# frontend/build/world-sheet.mjs draws.
WIDE, HIGH = 8, 10
NORTH, SOUTH = 84.0, -58.0
WIDTH, HEIGHT = 360 * WIDE, int((NORTH - SOUTH) * HIGH)
SHEET = "places/world.svg"
# For maps that move: shapes of all countries, some 40 kB.
SHAPES = "places/world.json"


@dataclass(frozen=True)
class Marker:
    """Something that takes place somewhere: its address, and what it is called."""

    latitude: float
    longitude: float
    url: str
    label: str


@dataclass(frozen=True)
class Dot:
    x: int
    y: int
    url: str
    label: str


@dataclass(frozen=True)
class World:
    """What `places/_world.html` draws. Later dots lie over earlier ones."""

    label: str
    view: str
    sheet: str
    dots: Sequence[Any]


def world(markers: Iterable[Marker], label: str) -> World:
    """As many dots as there are markers, in their order. `label` says what the map shows."""
    return sheet([_dot(marker) for marker in markers], label)


def sheet(dots: Sequence[Any], label: str) -> World:
    """The same with dots that know already where on the sheet they stand."""
    return World(label, f"0 0 {WIDTH} {HEIGHT}", static(SHEET), dots)


@cache
def drawn() -> SafeString:
    """Land and borders themselves, for a file that stands alone."""
    text = (Path(__file__).parent / "static" / SHEET).read_text()
    return mark_safe(text.partition(">")[2].rpartition("</svg>")[0])


def _dot(marker: Marker) -> Dot:
    return Dot(*on_sheet(marker.latitude, marker.longitude), marker.url, marker.label)


def on_sheet(latitude: float, longitude: float) -> tuple[int, int]:
    """What lies beyond the edges, in Antarctica or at the pole, stands at the edge."""
    north = min(max(latitude, SOUTH), NORTH)
    return round((longitude + 180) * WIDE), round((NORTH - north) * HIGH)

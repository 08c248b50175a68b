"""For wikis: a table and a map that a person pastes or a bot writes, and the GeoJSON that Kartographer reads."""

import json
import re
from collections.abc import Iterable
from typing import Any

from django.utils.translation import pgettext

from space.events.exports.found import Date
from space.events.exports.said import address, begins, ends, kinds, place, when
from space.languages import mark

# So many make a page of a wiki slow already.
AT_MOST = 200
GEOJSON_TYPE = "application/geo+json; charset=utf-8"
WIKITEXT_TYPE = "text/plain; charset=utf-8"
# What means something in wikitext, or ends what is around it.
_MEANS = re.compile(r"[&\[\]{}|<>'\"~=_:\\\n]")
_COLOR = "#3366cc"


def escaped(text: str) -> str:
    """Words of people as a wiki shows them, letter for letter: no link, template, tag or signature comes of them."""
    return _MEANS.sub(lambda found: f"&#{ord(found[0])};", text)


def geojson_of(dates: Iterable[Date]) -> dict[str, Any]:
    """A point for each event that has one. Titles and descriptions are wikitext, as Kartographer takes them."""
    return {
        "type": "FeatureCollection",
        "features": [_feature(date) for date in dates if date.where.has_point],
    }


def table_of(dates: Iterable[Date]) -> str:
    heads = (
        pgettext("table of events", "When"),
        pgettext("table of events", "What"),
        pgettext("table of events", "Where"),
        pgettext("table of events", "Kind"),
    )
    lines = ['{| class="wikitable sortable"', *(f'! scope="col" | {escaped(head)}' for head in heads)]
    for date in dates:
        lines.append("|-")
        lines += [
            f"| {cell}" for cell in (when(date), _link(date), escaped(_place(date)), escaped(kinds(date)))
        ]
    return "\n".join([*lines, "|}", ""])


def map_of(dates: Iterable[Date]) -> str:
    """Kartographer finds the middle and the zoom by itself."""
    text = escaped(pgettext("map on a wiki", "Events"))
    told = json.dumps(geojson_of(dates), ensure_ascii=False, indent=1)
    return f'<mapframe width="600" height="400" text="{text}">\n{told}\n</mapframe>\n'


def _feature(date: Date) -> dict[str, Any]:
    where = date.where
    return {
        "type": "Feature",
        "id": date.event.pk,
        "geometry": {"type": "Point", "coordinates": [where.longitude, where.latitude]},
        "properties": {
            "title": _link(date),
            "description": f"{when(date)}<br>{escaped(_place(date))}",
            "marker-color": _COLOR,
            "marker-size": "medium",
            "url": address(date),
            "starts": begins(date).isoformat(),
            "ends": ends(date).isoformat(),
        },
    }


def _link(date: Date) -> str:
    """Titles of events say their language, whatever the page is in."""
    lang, way = mark(date.event.topic.language)
    title = escaped(date.event.topic.title)
    return f'[{address(date)} <span lang="{lang}" dir="{way}">{title}</span>]'


def _place(date: Date) -> str:
    return place(date) or (pgettext("event", "Online") if date.where.is_online else "")

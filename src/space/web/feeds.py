"""Feeds: every list has one for feed readers (Atom) and one for programs (JSON Feed), of the same things.

Whoever has a list gives its address `.<feed:shape>` for an ending, and answers with `feed`.
"""

import json
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.urls import register_converter
from django.urls.converters import StringConverter
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed, rfc3339_date

from space.web.look import look

# So many things are in one.
ENTRIES = 30
ATOM, JSON = "atom", "json"
# For stories alone: what else there is has the two.
RSS = "rss"
_VERSION = "https://jsonfeed.org/version/1.1"


class JsonFeed(SyndicationFeed):
    """JSON Feed 1.1. Takes what Django's feeds take, so that whoever fills one knows one way alone."""

    content_type = "application/feed+json; charset=utf-8"

    def write(self, outfile: Any, encoding: str) -> None:
        told = {
            "version": _VERSION,
            "title": self.feed["title"],
            "home_page_url": self.feed["link"],
            "feed_url": self.feed["feed_url"],
            "language": self.feed["language"],
            "items": [_item(entry) for entry in self.items],
        }
        outfile.write(json.dumps(_said(told), ensure_ascii=False))


_SHAPES: dict[str, type[Atom1Feed | JsonFeed | Rss201rev2Feed]] = {
    ATOM: Atom1Feed,
    JSON: JsonFeed,
    RSS: Rss201rev2Feed,
}


class ShapeConverter(StringConverter):
    """The ending of an address of a feed."""

    regex = f"{ATOM}|{JSON}"


register_converter(ShapeConverter, "feed")


def feed(
    shape: str, *, title: str, page: str, own: str, entries: Iterable[dict[str, Any]], language: str = ""
) -> HttpResponse:
    """`page` is where people read the same, `own` this very address.

    Entries are those of Django's `add_item`, and may name their language.
    """
    made = _SHAPES[shape](
        title=f"{title} · {look().name}",
        link=settings.ORIGIN + page,
        description="",
        language=language or None,
        feed_url=settings.ORIGIN + own,
        feed_guid=settings.ORIGIN + page,
    )
    for entry in entries:
        made.add_item(**entry)
    response = HttpResponse(content_type=made.content_type)
    made.write(response, "utf-8")
    return response


def twin(address: str) -> str:
    """The address of the same feed in JSON."""
    path, mark, query = address.partition("?")
    return f"{path.removesuffix(ATOM)}{JSON}{mark}{query}" if path.endswith(f".{ATOM}") else ""


def _item(entry: dict[str, Any]) -> dict[str, Any]:
    who = {"name": entry["author_name"], "url": entry["author_link"]}
    return _said(
        {
            "id": entry["unique_id"],
            "url": entry["link"],
            "title": entry["title"],
            "content_html": entry["description"],
            "date_published": rfc3339_date(entry["pubdate"]),
            "date_modified": rfc3339_date(entry["updateddate"]),
            "authors": [_said(who)] if entry["author_name"] else None,
            "language": entry.get("language"),
        }
    )


def _said(told: dict[str, Any]) -> dict[str, Any]:
    """Without what nobody knows."""
    return {name: value for name, value in told.items() if value is not None}

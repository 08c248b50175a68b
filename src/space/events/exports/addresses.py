"""The addresses under which other programs find what a filter of the calendar shows."""

from dataclasses import dataclass
from urllib.parse import quote

from django.conf import settings
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from space.events.lists.wanted import Wanted

# The shape, what it is called, and what it is good for.
_SHAPES: tuple[tuple[str, str | Promise, str | Promise], ...] = (
    (
        "atom",
        pgettext_lazy("export", "Atom feed"),
        pgettext_lazy("export", "News of new events, for a feed reader."),
    ),
    ("json", pgettext_lazy("export", "JSON Feed"), pgettext_lazy("export", "The same, for programs.")),
    (
        "csv",
        pgettext_lazy("export", "Table (CSV)"),
        pgettext_lazy("export", "A line for each date, for spreadsheets."),
    ),
    ("geojson", pgettext_lazy("export", "Map (GeoJSON)"), pgettext_lazy("export", "A point for each place.")),
)


@dataclass(frozen=True)
class Way:
    """One shape with its whole address."""

    label: str | Promise
    use: str | Promise
    address: str


def calendar_address(wanted: Wanted, shape: str = "ics") -> str:
    return _whole(reverse("events:feed", args=[shape]), wanted)


def subscriptions(wanted: Wanted) -> dict[str, str]:
    """To the calendar itself, by what programs on a computer or a telephone open, and by Google's page."""
    address = calendar_address(wanted)
    webcal = "webcal://" + address.partition("://")[2]
    google = f"https://calendar.google.com/calendar/r?cid={quote(webcal, safe='')}"
    return {"address": address, "webcal": webcal, "google": google}


def feeds_of(wanted: Wanted) -> list[Way]:
    return [Way(label, use, calendar_address(wanted, shape)) for shape, label, use in _SHAPES]


def for_wikis(wanted: Wanted) -> list[Way]:
    return [
        Way(
            pgettext_lazy("export", "Table in wikitext"),
            pgettext_lazy("export", "The next 200 events. Paste it into a page, or let a bot fetch it."),
            calendar_address(wanted, "wikitext"),
        ),
        Way(
            pgettext_lazy("export", "Map in wikitext"),
            pgettext_lazy("export", "The same as a map, on wikis that have Kartographer."),
            _whole(reverse("events:map_wikitext"), wanted),
        ),
    ]


def _whole(path: str, wanted: Wanted) -> str:
    return settings.ORIGIN + wanted.at(path)

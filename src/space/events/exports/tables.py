"""Comma separated values, a line for each date."""

import csv
from collections.abc import Iterable
from io import StringIO

from space.events.exports.found import Date
from space.events.exports.said import address, begins, ends
from space.languages import bcp47

CONTENT_TYPE = "text/csv; charset=utf-8"
_COLUMNS = (
    "title", "title language", "starts", "ends", "all day", "zone", "status", "types", "projects", "languages",
    "place", "address", "region", "country", "latitude", "longitude", "online", "online address", "page", "uid",
)  # fmt: skip
# Where a cell begins with one of these, spreadsheets take it for a formula.
_FORMULAS = tuple("=+-@\t\r")


def csv_of(dates: Iterable[Date]) -> str:
    """The names of columns are never translated: programs read them. A mark at the start tells spreadsheets: UTF-8."""
    file = StringIO()
    file.write("\ufeff")
    table = csv.writer(file)
    table.writerow(_COLUMNS)
    for date in dates:
        table.writerow(_safe(cell) for cell in _line(date))
    return file.getvalue()


def _line(date: Date) -> list[object]:
    event, one, where = date
    return [
        event.topic.title,
        bcp47(event.topic.language) if event.topic.language else "",
        begins(date).isoformat(),
        ends(date).isoformat(),
        "yes" if one.is_all_day else "no",
        event.zone,
        event.status,
        " ".join(event.types),
        " ".join(event.projects),
        " ".join(map(bcp47, event.languages)),
        where.place,
        where.address,
        where.region,
        where.country,
        where.latitude,
        where.longitude,
        "yes" if where.is_online else "no",
        where.online_url,
        address(date),
        event.uid,
    ]


def _safe(cell: object) -> object:
    """Words are words. Numbers may be below zero."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULAS) else cell

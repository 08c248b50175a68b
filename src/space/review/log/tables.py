"""The log as comma separated values, written while it is read."""

import csv
from collections.abc import Iterator
from itertools import islice

from django.conf import settings

from space.accounts.readers import Reader
from space.review.log.asked import Asked
from space.review.log.lines import columns, told
from space.review.log.rows import Row, rows_of

CONTENT_TYPE = "text/csv; charset=utf-8"
# So many lines are in one table; the month and the last moment of it lead to the rest.
AT_MOST = 10_000
_AT_ONCE = 500
_COLUMNS = ("at", "entry", "what", "sentence", "thing", "category", "clause", "by machine", "by", "reason")
# Where a cell begins with one of these, spreadsheets take it for a formula.
_FORMULAS = tuple("=+-@\t\r")


class _Echo:
    """Gives back each line instead of keeping it."""

    def write(self, line: str) -> str:
        return line


def lines_of_table(asked: Asked, reader: Reader) -> Iterator[str]:
    """The names of columns are never translated: programs read them. A mark at the start tells spreadsheets: UTF-8."""
    table = csv.writer(_Echo())
    yield "\ufeff" + table.writerow(_COLUMNS)
    found = columns(asked.lines(reader))[:AT_MOST].iterator(chunk_size=_AT_ONCE)
    while lines := told(islice(found, _AT_ONCE)):
        yield "".join(table.writerow(_safe(cell) for cell in _cells(row)) for row in rows_of(lines, reader))


def _cells(row: Row) -> list[str]:
    return [
        row.iso,
        str(row.pk),
        row.code,
        " · ".join((row.says, *row.details)),
        settings.ORIGIN + row.thing.url if row.thing and row.thing.url else row.where,
        row.category.label if row.category else "",
        row.line.clause if row.clause else "",
        "yes" if row.line.by_machine else "no",
        row.by.name if row.by else row.role,
        row.reason,
    ]


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULAS) else cell

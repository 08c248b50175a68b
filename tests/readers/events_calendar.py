"""The calendar in the table of readers: it answers everybody, each with what they may see."""

from tests.readers.rows import Row, at
from tests.readers.searching import asking

EVENTS_CALENDAR = [
    Row("events:calendar", at("events:calendar")),
    *(
        Row(
            "events:calendar", asking("events:calendar", f"view={view}&day=2026-03-12&mine=yes&type=training")
        )
        for view in ("week", "list", "year")
    ),
    Row("events:calendar", asking("events:calendar", "day=1700-01-01"), all=404),
]

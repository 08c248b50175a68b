"""The map of events in the table of readers: it answers everybody, each with what they may see."""

from tests.readers.events_form import on
from tests.readers.rows import INSIDE, Row, at

EVENTS_MAP = [
    *(Row(f"events:{name}", at(f"events:{name}")) for name in ("map", "map_points", "map_list")),
    Row("events:map", lambda _: "/map/?year=2019&type=training&place=Accra&mine=yes"),
    Row("events:map_list", lambda _: "/map/list?box=-20,0,20,20"),
    Row(
        "events:what_else",
        lambda w: f"/events/what-else?first_day={w.secret_event.first_day}&country=GH",
        but={"nobody": 403, "suspended": 403},
    ),
    on("map_card", "event"),
    on("map_card", "secret_event", **INSIDE),
]

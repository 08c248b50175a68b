"""What other sites show of events, in the table of readers: the same to everybody."""

from tests.readers.rows import INSIDE, Row, at, of
from tests.readers.searching import asking

EVENTS_EMBEDDING = [
    *(Row(f"events:embed_{kind}", at(f"events:embed_{kind}")) for kind in ("calendar", "list", "map")),
    Row(
        "events:embed_calendar", asking("events:embed_calendar", "view=week&day=2026-03-12&mine=yes&lang=fr")
    ),
    Row("events:share", of("events:share", lambda w: [w.event.topic.slug, w.event.pk])),
    Row(
        "events:share", of("events:share", lambda w: [w.secret_event.topic.slug, w.secret_event.pk]), **INSIDE
    ),
    Row("events:embed", at("events:embed")),
    Row("events:embed", asking("events:embed", "kind=map&size=none&lang=ar&type=training&mine=yes")),
    Row("events:map_svg", asking("events:map_svg", "type=training&year=2026&mine=yes")),
    Row("events:map_png", at("events:map_png")),
    Row("events:embed_list", asking("events:embed_list", "day=1700-01-01"), all=404),
]

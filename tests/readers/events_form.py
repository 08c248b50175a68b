"""Reading, adding and changing events in the table of readers."""

from typing import Any

from tests.readers.rows import INSIDE, Row, at, of, only, signed_in
from tests.readers.world import World


def on(name: str, which: str, *more: Any, **expected: Any) -> Row:
    """A page about one of the events of the world."""
    return Row(f"events:{name}", of(f"events:{name}", lambda w: [getattr(w, which).pk, *more]), **expected)


def at_its_page(name: str, which: str, **expected: Any) -> Row:
    def args(world: World) -> list[Any]:
        found = getattr(world, which)
        return [found.topic.slug, found.pk]

    return Row(f"events:{name}", of(f"events:{name}", args), **expected)


# Lena organises it; moderators look after every event.
ORGANISERS = only("outsider", "moderator", others=403)
HIDDEN = {"all": 404}
EVENTS_FORM = [
    Row("events:add", at("events:add")),
    Row("events:add", at("events:add"), all=422, post={"title": "x"}),
    Row("events:add", lambda w: f"{at('events:add')(w)}?from={w.event.pk}"),
    Row("events:add", lambda w: f"{at('events:add')(w)}?from={w.secret_event.pk}", **INSIDE),
    at_its_page("event", "event"),
    at_its_page("event", "secret_event", **INSIDE),
    at_its_page("reply", "event"),
    at_its_page("reply", "event", all=422, post={"text": ""}),
    at_its_page("reply", "secret_event", **only("insider", gets=422), post={"text": ""}),
    on("short", "event", all=301),
    on("short", "secret_event", **only("insider", gets=301)),
    on("history", "event"),
    on("history", "secret_event", **INSIDE),
    on("change", "event", **ORGANISERS),
    on("change", "secret_event", **INSIDE),
    on("change", "event", all=422, post={"title": ""}),
    on("change", "secret_event", **only("insider", gets=422), post={"title": ""}),
    on("cancel", "event", **ORGANISERS),
    on("cancel", "secret_event", **INSIDE),
    on("cancel", "event", **only("outsider", "moderator", gets=422, others=403), post={"reason": ""}),
    on("cancel", "secret_event", **only("insider", gets=422), post={"reason": ""}),
    Row("events:add", lambda w: f"{at('events:add')(w)}?template=meetup"),
    Row("events:templates", at("events:templates"), **signed_in()),
    Row("events:template", at("events:template", 999_999), all=404, but={"nobody": 302}, post={"name": "x"}),
    on("dates", "event", **ORGANISERS),
    on("dates", "secret_event", **INSIDE),
    on("one_date", "event", "2001-01-01", **only("outsider", "moderator", gets=404, others=403)),
    on("one_date", "secret_event", "2001-01-01", **HIDDEN),
    *(
        on(name, "event", "2001-01-01", **only("outsider", "moderator", gets=404, others=403))
        for name in ("later", "end")
    ),
    *(on(name, "secret_event", "2001-01-01", **HIDDEN) for name in ("later", "end")),
]

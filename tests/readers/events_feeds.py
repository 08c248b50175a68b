"""The calendar for other programs, in the table of readers: feeds answer everybody, each with what they may see."""

from django.urls import reverse

from space.accounts.readers import reader_of
from space.events.feeds import SHAPES
from space.events.ics.own import own_address
from tests.readers.events_form import on
from tests.readers.rows import INSIDE, Row, at, of, signed_in

# Lena subscribed to it; moderators look after all. Others learn nothing of it.
LOOK_AFTER = ("outsider", "moderator")
MINE = {"all": 404, "but": {"nobody": 302, **dict.fromkeys(LOOK_AFTER, 200)}}
EITHER = {"all": 403, "but": {"nobody": 302, **dict.fromkeys(LOOK_AFTER, 200)}}
EVENTS_FEEDS = [
    *(Row("events:feed", at("events:feed", shape)) for shape in SHAPES),
    Row(
        "events:feed",
        lambda _: f"{reverse('events:feed', args=['ics'])}?type=training&languages=en&tag=x&mine=yes",
    ),
    Row("events:subscribe", at("events:subscribe")),
    Row("events:key", at("events:key"), all=405),
    Row("events:key", at("events:key"), all=302, post={"do": "end"}),
    Row("events:own", at("events:own", "nobodys-token"), all=404),
    # Of somebody who goes to an event of the closed group, and has left it.
    Row("events:own", lambda w: own_address(reader_of(w.former))),
    Row("events:import", at("events:import"), **signed_in()),
    Row("events:import", at("events:import"), **signed_in(422), post={}),
    Row("events:sources", at("events:sources"), **signed_in()),
    Row("events:sources", at("events:sources"), **signed_in(422), post={}),
    on("source", "source", **MINE),
    on("source", "source", all=404, but=dict.fromkeys(("nobody", *LOOK_AFTER), 302), post={"do": "x"}),
    Row("events:same", at("events:same"), **signed_in()),
    on("same_one", "likeness", **EITHER),
    on("same_one", "likeness", all=403, but={"nobody": 302, **dict.fromkeys(LOOK_AFTER, 422)}, post={}),
    on("same_one", "secret_likeness", all=404, but={"nobody": 302, "insider": 200}),
    Row("events:map_wikitext", at("events:map_wikitext")),
    Row("events:event_ics", of("events:event_ics", lambda w: [w.event.topic.slug, w.event.pk])),
    Row(
        "events:event_ics",
        of("events:event_ics", lambda w: [w.secret_event.topic.slug, w.secret_event.pk]),
        **INSIDE,
    ),
]

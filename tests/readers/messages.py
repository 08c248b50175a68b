"""Private conversations in the table of readers. Kofi, the insider, is in one; nobody else of the readers is.

The visitor, a moderator, has opened it for a reason and reads it for now.
"""

from typing import Any

from space.testing.rooms import MARKER
from tests.readers.rows import Row, Where, at, of, signed_in


def inside(name: str, *more: int) -> Where:
    return of(f"messages:{name}", lambda w: [w.talk.pk, *more])


def mine(gets: int) -> dict[str, Any]:
    """For the insider; nobody else learns that it is there, and who looks on as staff has no part in it."""
    return {"all": 404, "but": {"nobody": 302, "insider": gets, "visitor": 404}}


def talk(world: Any) -> list[Any]:
    return [world.talk.slug, world.talk.pk]


def post(world: Any) -> list[Any]:
    return [*talk(world), 1]


PRESENT = {"nobody": 302, "suspended": 403}
BEGINS = {**PRESENT, "newcomer": 403}
INSIDE = {"all": 404, "but": {"insider": 200}}
MESSAGES = [
    Row("messages:inbox", at("messages:inbox"), all=200, but=PRESENT),
    Row("messages:inbox", lambda w: "/messages/?box=archive&q=the&group=circle", all=200, but=PRESENT),
    Row("messages:new", at("messages:new"), all=200, but=BEGINS),
    Row("messages:new", at("messages:new"), **signed_in(422), post={"to": "x"}),
    Row(
        "messages:complete",
        lambda w: f"{at('messages:complete')(w)}?q=@{MARKER[:4]}",
        all=200,
        but={"nobody": 403, "newcomer": 403, "suspended": 403},
    ),
    Row("messages:people", inside("people"), all=404, but={"nobody": 302, "insider": 200}),
    Row("messages:people", inside("people"), **mine(422), post={"to": ""}),
    Row("messages:open", inside("open"), all=404, but={"nobody": 302, "moderator": 200, "visitor": 302}),
    Row("messages:open", inside("open"), all=404, but={"nobody": 302, "moderator": 422}, post={"reason": ""}),
    Row("messages:leave", inside("leave"), **mine(200)),
    Row("messages:leave", inside("leave"), **mine(302), post={}),
    Row("messages:archive", inside("archive"), **mine(302), post={}),
    Row("messages:answer", inside("answer"), **mine(302), post={"answer": "yes"}),
    Row("messages:show", inside("show", 1), **{**mine(404)}, post={}),
    Row(
        "messages:block",
        at("messages:block", "Budi_Santosa"),
        all=200,
        but={"nobody": 302, "member": 403, "former": 200},
    ),
    Row("messages:blocked", at("messages:blocked"), **signed_in()),
    Row("discuss:topic", of("discuss:topic", talk), **INSIDE),
    Row("discuss:post", of("discuss:post", post), all=404, but={"insider": 302}),
    Row("discuss:short", of("discuss:short", lambda w: [w.talk.pk]), all=404, but={"insider": 301}),
    Row("discuss:reply", of("discuss:reply", talk), **INSIDE),
    Row("discuss:reply", of("discuss:reply", talk), all=404, but={"insider": 422}, post={"text": ""}),
    Row("discuss:more", of("discuss:more", post), **INSIDE),
    Row("discuss:inside", of("discuss:inside", post), all=404, but={"insider": 302}),
    Row("discuss:source", of("discuss:source", post), **INSIDE),
    Row("discuss:history", of("discuss:history", post), **INSIDE),
    Row("discuss:further", of("discuss:further", talk), **INSIDE),
    Row("discuss:change", of("discuss:change", talk), all=404, but={"insider": 403}),
    Row("discuss:delete_topic", of("discuss:delete_topic", talk), all=404, but={"insider": 403}),
    Row("discuss:topic_feed", of("discuss:topic_feed", lambda w: [*talk(w), "atom"]), **INSIDE),
]

"""Who comes to events, in the table of readers."""

from tests.readers.events_form import ORGANISERS, on
from tests.readers.rows import INSIDE, only

# Nobody is asked to sign in; who may not write is refused; what one may not see is not there.
SAYS = {"all": 302, "but": {"suspended": 403}}
CARE = {**ORGANISERS, "but": {**ORGANISERS["but"], "nobody": 302}}
# Kofi organises the hidden one.
HIDDEN_CARE = only("insider", others=404)
HIDDEN_CARE = {**HIDDEN_CARE, "but": {**HIDDEN_CARE["but"], "nobody": 302}}

EVENTS_ATTENDING = [
    on("people", "event"),
    on("people", "secret_event", **INSIDE),
    on("people_csv", "event", **CARE),
    on("people_csv", "secret_event", **HIDDEN_CARE),
    on("questions", "event", **CARE),
    on("questions", "secret_event", **HIDDEN_CARE),
    on("attend", "event", post={"says": "going", "public": "1"}, **SAYS),
    on("attend", "secret_event", post={"says": "going"}, **only("insider", "nobody", gets=302)),
    on(
        "word",
        "event",
        post={"text": ""},
        **{**CARE, "but": {**dict.fromkeys(("outsider", "moderator"), 422), "nobody": 302}},
    ),
    # Who has an account is led to the page of the event; in tests no letter can go out, so nobody comes without one.
    on("come", "event", all=302, but={"nobody": 403}),
    on("come", "secret_event", **only("insider", gets=302)),
    on("come", "event", all=302, but={"nobody": 403}, post={"name": "Ines", "address": "ines@example.org"}),
    *(on("confirm", which, "nobodys-token", all=404) for which in ("event", "secret_event")),
    *(on("guest", which, "nobodys-token", all=404) for which in ("event", "secret_event")),
    on("take_off", "event", 1, post={}, **only("outsider", "moderator", "nobody", gets=302, others=403)),
    on("take_off", "secret_event", 1, post={}, **{**HIDDEN_CARE, "but": {"insider": 302, "nobody": 302}}),
    on("word", "secret_event", post={"text": ""}, **{**HIDDEN_CARE, "but": {"insider": 422, "nobody": 302}}),
]

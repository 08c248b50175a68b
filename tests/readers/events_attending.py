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
    on("word", "secret_event", post={"text": ""}, **{**HIDDEN_CARE, "but": {"insider": 422, "nobody": 302}}),
]

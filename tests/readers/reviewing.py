"""The rows of the review queue. The outsider wrote what is flagged."""

from tests.readers.rows import Row, at, of

_STAFF = {"all": 403, "but": {"moderator": 200, "nobody": 302}}
_DOES = {"all": 403, "but": {"moderator": 302, "nobody": 302}}
# She leads a group, so she has a queue; and decides about nothing of her own.
_QUEUE = {"all": 403, "but": {"moderator": 200, "outsider": 200, "nobody": 302}}
_CASE = {"all": 404, "but": {"moderator": 200, "outsider": 403, "nobody": 302}}
_CHANGES = {"all": 404, "but": {"moderator": 302, "outsider": 403, "nobody": 302}}
_APPEAL = {"all": 404, "but": {"moderator": 200, "outsider": 302, "nobody": 302}}
_NOBODY = {"all": 404, "but": {"nobody": 302}}


A_CASE, SECRET_CASE, APPEAL, ANSWER = (
    lambda w: [w.reviews.case.pk],
    lambda w: [w.reviews.secret_case.pk],
    lambda w: [w.reviews.appeal.pk],
    lambda w: [w.reviews.answer.pk],
)
DECISION = {"did": "keep", "version": 3}
LENA = at("review:person", "Lena_Müller")
REVIEWING = [
    Row("review:queue", at("review:queue"), **_QUEUE),
    *(
        Row("review:queue", lambda w, tab=tab: f"/moderation/?tab={tab}", **_QUEUE)
        for tab in ("appeals", "done")
    ),
    Row("review:case", of("review:case", A_CASE), **_CASE),
    Row("review:case", of("review:case", SECRET_CASE), **_NOBODY),
    Row(
        "review:case",
        of("review:case", A_CASE),
        **_CHANGES,
        post=DECISION,
    ),
    Row("review:case", of("review:case", SECRET_CASE), **_NOBODY, post=DECISION),
    Row("review:carry", of("review:carry", A_CASE), all=405),
    Row(
        "review:carry",
        of("review:carry", A_CASE),
        **_CHANGES,
        post={},
    ),
    Row("review:carry", of("review:carry", SECRET_CASE), **_NOBODY, post={"do": "claim"}),
    # Whose own it is reads it among the decisions about themselves.
    Row("review:appeal", of("review:appeal", APPEAL), **_APPEAL),
    Row(
        "review:appeal",
        of("review:appeal", APPEAL),
        all=404,
        but=_APPEAL["but"] | {"moderator": 422},
        post={},
    ),
    Row("review:person", LENA, **_STAFF),
    Row("review:person", LENA, **_DOES, post={"do": "note", "note-words": "Asks before she draws."}),
    Row("review:team_room", at("review:team_room"), all=405),
    Row(
        "review:team_room",
        at("review:team_room"),
        all=403,
        but={"nobody": 302, "administrator": 302},
        post={},
    ),
    Row("review:answers", at("review:answers"), **_STAFF),
    Row(
        "review:answers", at("review:answers"), **_STAFF | {"but": {"moderator": 422, "nobody": 302}}, post={}
    ),
    Row("review:answer", of("review:answer", ANSWER), **_STAFF),
    Row("review:answer", of("review:answer", ANSWER), **_DOES, post={"do": "drop"}),
]

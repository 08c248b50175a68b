"""Watched words: for moderators of the whole place alone."""

from tests.readers.rows import Row, at, of

_STAFF = {"all": 403, "but": {"moderator": 200, "nobody": 302}}
_REFUSED = {"all": 403, "but": {"moderator": 422, "nobody": 302}}
_NONE = {"all": 403, "but": {"moderator": 404, "nobody": 302}}
_NO_WORD = 1_000_000

WORDS = [
    # These cases are about posts.
    Row(
        "review:case_picture",
        of("review:case_picture", lambda w: [w.reviews.case.pk]),
        all=404,
        but={"outsider": 403, "nobody": 302},
    ),
    Row(
        "review:case_picture",
        of("review:case_picture", lambda w: [w.reviews.secret_case.pk]),
        all=404,
        but={"nobody": 302},
    ),
    Row("review:words", at("review:words"), **_STAFF),
    Row("review:add_word", at("review:add_word"), all=405),
    Row("review:add_word", at("review:add_word"), **_REFUSED, post={"word": "x"}),
    Row("review:try_words", at("review:try_words"), all=405),
    Row("review:try_words", at("review:try_words"), **_STAFF, post={"text": "What becomes of it?"}),
    Row("review:word", at("review:word", _NO_WORD), **_NONE),
    Row("review:remove_word", at("review:remove_word", _NO_WORD), all=405),
    Row("review:remove_word", at("review:remove_word", _NO_WORD), **_NONE, post={}),
]

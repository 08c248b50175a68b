"""Words as people look for them: without case, accents and vowel signs, in the database as here."""

import re
import unicodedata

from django.db.models import Func, TextField
from django.db.models.functions import Collate

# Accents of Latin, Greek and Cyrillic letters; points of Hebrew; vowel signs and hamza of Arabic.
_MARKS = r"\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670"
_MARK = re.compile(f"[{_MARKS}]")
_GAP = re.compile(r"[\s\-_.,/]+")
# What stands between words in one script or another, beside the signs of ASCII.
_BETWEEN = "«»“”„‘’…–—。、，：；！？（）「」『』،؛؟।॥·"


class Folded(Func):
    """A text in small letters without marks. What an index holds and what is asked for go the same way."""

    template = f"lower(regexp_replace(normalize(%(expressions)s, NFKD), '[{_MARKS}]', '', 'g'))"
    output_field = TextField()


class Letters(Func):
    """A text in letters of which trigrams can be made in any database.

    pg_trgm sees ASCII alone where the database has the locale C, as the embedded one does. So every other letter
    is written as two of ASCII. Trigrams of such texts say how alike they are in every script.
    """

    function = "space_letters"
    output_field = TextField()


_LETTERS = """
CREATE OR REPLACE FUNCTION space_letters(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN (
  SELECT string_agg(
    CASE WHEN ascii(sign) < 128 THEN sign
      ELSE chr(97 + ascii(sign) % 26) || chr(97 + ascii(sign) / 26 % 26) END,
    '' ORDER BY place)
  FROM string_to_table(
    translate(lower(regexp_replace(normalize(words, NFKD), '[MARKS]', '', 'g')), 'BETWEEN', 'SPACES'),
    NULL) WITH ORDINALITY AS signs (sign, place))
"""
# For the migration that makes the function.
LETTERS_SQL = (
    _LETTERS.replace("MARKS", _MARKS).replace("BETWEEN", _BETWEEN).replace("SPACES", " " * len(_BETWEEN))
)


def in_order_of_signs(name: str) -> Collate:
    """The folded field as indexes hold it: one order for all languages, in which a beginning is a range."""
    return Collate(Folded(name), "C")


def folded(text: str) -> str:
    return _MARK.sub("", unicodedata.normalize("NFKD", text)).lower()


def letters(text: str) -> str:
    """The same as `Letters` makes in the database."""
    plain = folded(text).translate(str.maketrans(_BETWEEN, " " * len(_BETWEEN)))
    return "".join(sign if ord(sign) < 128 else _two_letters(ord(sign)) for sign in plain)


def _two_letters(code: int) -> str:
    return chr(97 + code % 26) + chr(97 + code // 26 % 26)


def begins_a_word(typed: str, text: str) -> bool:
    """Whether the text, from one of its words on, begins with what was typed. Both are folded."""
    return text.startswith(typed) or any(text.startswith(typed, gap.end()) for gap in _GAP.finditer(text))

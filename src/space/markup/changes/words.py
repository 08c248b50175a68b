"""A text as its words: each character where a script writes without spaces, and never half a character."""

import unicodedata
from collections import Counter

# Thai, Lao, Myanmar, Khmer; kana and Chinese characters.
_WITHOUT_SPACES = (
    (0x0E00, 0x0EFF),
    (0x1000, 0x109F),
    (0x1780, 0x17FF),
    (0x3005, 0x3007),
    (0x3040, 0x30FF),
    (0x3400, 0x9FFF),
    (0xF900, 0xFAFF),
    (0xFF66, 0xFF9D),
    (0x20000, 0x3FFFF),
)
_JOINERS = "\u200c\u200d"


def words_of(text: str) -> list[str]:
    """Words, runs of white space, and single signs; together they are the text."""
    words: list[str] = []
    before = ""
    for character in text:
        kind = _kind(character)
        if words and (kind == "mark" or (kind == before and kind in {"word", "space"})):
            words[-1] += character
        else:
            words.append(character)
        # A word goes on after the marks on its letters.
        before = before if kind == "mark" else kind
    return words


def _kind(character: str) -> str:
    if character.isspace():
        return "space"
    category = unicodedata.category(character)
    if category[0] == "M" or character in _JOINERS:
        return "mark"
    if category[0] not in "LN":
        return "sign"
    code = ord(character)
    if code >= 0x0E00 and any(first <= code <= last for first, last in _WITHOUT_SPACES):
        return "character"
    return "word"


def likeness(a: Counter[str], b: Counter[str]) -> float:
    """How much of the words of two texts is the same, from 0 to 1."""
    both = a.total() + b.total()
    return 2 * (a & b).total() / both if both else 1.0


def counted(text: str) -> Counter[str]:
    """The words of a text for `likeness`: white space says nothing."""
    return Counter(word for word in words_of(text) if not word.isspace())

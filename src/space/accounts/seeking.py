"""How people are found by name: in any script, with accents and case folded, and a slip of the finger forgiven.

PostgreSQL's trigrams see only the letters of the locale that a database was made with, which may be none but a to z.
So we cut names into pieces ourselves, and a plain index of arrays finds them: the beginnings of each word, and, after
a mark that no word has, the word whole and with each one of its letters left out. Two words that differ by one slip
share such a piece.
"""

import unicodedata
from collections.abc import Iterator
from difflib import SequenceMatcher

from space.accounts.lookalikes import decorates
from space.accounts.names import LOCAL_MARK

# Beginnings that are kept of a word; the rest of a longer one is compared in the name itself.
LONGEST_BEGINNING = 12
# Short words have too many neighbours; long ones too many letters to leave out.
_SLIPS_FROM, _SLIPS_TO = 4, 16
_MOST_WORDS = 16
_SLIP = "~"
# One letter for those that people write for each other, or leave to their keyboard.
_ALIKE = {
    "ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ŧ": "t", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d",
    "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ـ": "",
}  # fmt: skip
_FOLDED = str.maketrans(_ALIKE)
# Scripts that set no spaces: each character is a word, so that any part of a name is found.
_DENSE = ("CJK", "HIRAGANA", "KATAKANA")


def folded(name: str) -> str:
    """The name as lists are sorted by it: its words without accents, case and marks."""
    return " ".join(_words(name))[:255]


def pieces(name: str) -> list[str]:
    """What a name is found by."""
    found: dict[str, None] = {}
    for word in [*_words(name), *_later_parts(name)][:_MOST_WORDS]:
        for length in range(1, min(len(word), LONGEST_BEGINNING) + 1):
            found[word[:length]] = None
        found.update(dict.fromkeys(slips(word)))
    return list(found)


def asked_for(typed: str) -> list[str]:
    """The words of what somebody looks for: each begins a word of the names that fit."""
    return list(dict.fromkeys(_words(typed)))[:_MOST_WORDS]


def slips(word: str) -> list[str]:
    """What this word has in common with all that differ from it by one slip.

    A slip is a letter too many or too few, another one, or two in the wrong order.
    """
    if len(word) > _SLIPS_TO:
        return []
    letters = range(len(word)) if len(word) >= _SLIPS_FROM else ()
    shorter = (word[:at] + word[at + 1 :] for at in letters)
    return [_SLIP + one for one in dict.fromkeys([word, *shorter])]


def distance(typed: str, name: str) -> float:
    """How far a name is from what was typed, to sort those that are alike; 0 is the same."""
    return 1 - SequenceMatcher(None, " ".join(asked_for(typed)), folded(name), autojunk=False).ratio()


def _words(name: str) -> list[str]:
    return [folded for word in _typed_words(name) if (folded := _fold(word))]


def _later_parts(name: str) -> Iterator[str]:
    """Of WikiAmina also Amina: names without spaces tell their parts by capitals."""
    for word in _typed_words(name):
        for at in range(1, len(word)):
            if word[at].isupper() and word[at - 1].islower():
                yield _fold(word[at:])


def _typed_words(name: str) -> list[str]:
    bare = unicodedata.normalize("NFKC", name.removesuffix(LOCAL_MARK))
    return "".join(_apart(character) for character in bare).split()


def _apart(character: str) -> str:
    if unicodedata.category(character)[0] not in "LMN":
        return " "
    return f" {character} " if unicodedata.name(character, "").startswith(_DENSE) else character


def _fold(word: str) -> str:
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", word).casefold())
    plain = "".join(character for character in apart if not decorates(character))
    return unicodedata.normalize("NFC", plain.translate(_FOLDED))

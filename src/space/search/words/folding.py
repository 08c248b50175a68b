"""Letters as people type them, whatever keyboard they have: width, case, accents, points and spellings are one."""

import re
import unicodedata
from functools import lru_cache

# Accents of Latin, Greek and Cyrillic letters; points of Hebrew; vowel signs and hamza of Arabic; the dot below
# letters of Indic scripts that are borrowed sounds. Vowel signs of Indic scripts and of Thai are letters, and stay.
_DROPPED = re.compile(
    "[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u093c\u09bc\u0a3c\u0abc\u0b3c\u200b-\u200f\u2060\ufe0f]"
)
_ALIKE = {
    "ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ŧ": "t", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d",
    "ى": "ي", "ی": "ي", "ې": "ي", "ک": "ك", "ڪ": "ك", "ة": "ه", "ۀ": "ه", "ہ": "ه", "ھ": "ه", "ۃ": "ه", "ٱ": "ا",
    "ـ": "", "ё": "е", "ँ": "ं",
}  # fmt: skip
_SPELT = str.maketrans({sign: other for sign, other in _ALIKE.items() if len(sign) == 1})
# A nasal before a consonant, written as a letter or as a dot: हिन्दी and हिंदी.
_NASAL = re.compile("[ङञणनम]\u094d(?=[क-ह])")
_TURKISH = str.maketrans({"I": "ı", "İ": "i"})


def upright(text: str, lang: str = "") -> str:
    """One width, small letters. Accents are still there: stems need them."""
    wide = text if text.isascii() else unicodedata.normalize("NFKC", text)
    if lang in ("tr", "az", "crh"):
        wide = wide.translate(_TURKISH)
    return wide.casefold() if wide.isascii() else unicodedata.normalize("NFC", wide.casefold())


@lru_cache(maxsize=20_000)
def fold(word: str) -> str:
    """An upright word without accents, in one spelling, with the digits that everybody has."""
    if word.isascii():
        return word
    bare = _DROPPED.sub("", unicodedata.normalize("NFD", word)).translate(_SPELT)
    bare = _NASAL.sub("ं", unicodedata.normalize("NFC", bare))
    return "".join(map(_digit, bare)) if any(map(str.isdecimal, bare)) else bare


def _digit(sign: str) -> str:
    return str(unicodedata.decimal(sign)) if sign.isdecimal() else sign

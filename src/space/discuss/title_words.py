"""The words of a title as topics are compared by them: in every script, without what changes from sentence to sentence.

Trigrams of the database would be the ready-made way, but where its locale is C, as in the one that we bring along, it
makes none of letters beyond ASCII.
"""

import re
import unicodedata

# Accents, points and vowel signs that the same word is written with and without; not the vowels of Indic scripts.
_OPTIONAL = re.compile("[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]")
# Written without spaces: pairs of Chinese, Japanese and Korean characters, threes of Thai, Lao, Burmese and Khmer.
_PAIRS = re.compile(
    "[\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff]+"
)
_THREES = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]+")
_ARTICLES = re.compile("^(?:[وفبك]?ال|لل)(?=.{3})")
# From here on words of one family differ: photograph, photographs, photography.
_STEM = 6
_SHORTEST = 3
_AT_MOST = 40


def words_of(title: str) -> tuple[str, ...]:
    """Each once, in order."""
    plain = _OPTIONAL.sub("", unicodedata.normalize("NFKD", title.casefold()))
    found = [part for word in _words(unicodedata.normalize("NFC", plain)) for part in _parts(word)]
    return tuple(dict.fromkeys(found))[:_AT_MOST]


def _words(text: str) -> list[str]:
    return "".join(c if unicodedata.category(c)[0] in "LMN" else " " for c in text).split()


def _parts(word: str) -> list[str]:
    if _PAIRS.search(word):
        return [part for run in _PAIRS.findall(word) for part in _pieces(run, 2)]
    if _THREES.search(word):
        return [part for run in _THREES.findall(word) for part in _pieces(run, 3)]
    stem = _ARTICLES.sub("", word)[:_STEM]
    return [stem] if len(stem) >= _SHORTEST else []


def _pieces(run: str, size: int) -> list[str]:
    return [run[at : at + size] for at in range(max(len(run) - size + 1, 1))]

"""What hides what a text says: signs that nobody sees, and letters of several alphabets in one word."""

import re
import unicodedata
from collections.abc import Iterable
from urllib.parse import urlsplit

# What has no business inside a word. Joiners are left out: Persian and Indic scripts write with them.
_UNSEEN = re.compile("(?<=\\w)[\u00ad\u200b\u2060-\u2064\u180e\ufeff\U000e0000-\U000e007f]+(?=\\w)")
_TURNS = re.compile("[\u202a\u202b\u202d\u202e]")
# In languages written in these a joiner or a space without width parts words.
_PARTS_WORDS = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
_WORD = re.compile(r"[^\W\d_]{3,}")
_ALPHABETS = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE")
_SOME = 3


def hides(text: str, links: Iterable[str]) -> bool:
    return has_unseen(text) or mixes(text) or any(map(is_mixed_host, links))


def has_unseen(text: str) -> bool:
    if _TURNS.search(text):
        return any(ord(c) < 0x250 for c in text) and not _reads_from_right(text)
    return not _PARTS_WORDS.search(text) and len(_UNSEEN.findall(text)) >= _SOME


def mixes(text: str) -> bool:
    """Several words with letters of several alphabets; one happens to everybody."""
    return sum(_is_mixed(word) for word in set(_WORD.findall(text))) >= _SOME


def is_mixed_host(link: str) -> bool:
    """A site whose name is made of letters of several alphabets, so that it looks like another one's."""
    try:
        host = urlsplit(link).hostname or ""
    except ValueError:
        return False
    return any(_is_mixed(_decoded(part)) for part in host.split("."))


def _decoded(part: str) -> str:
    if not part.startswith("xn--"):
        return part
    try:
        return part[4:].encode("ascii").decode("punycode")
    except UnicodeError:
        return part


def _is_mixed(word: str) -> bool:
    return len(set(filter(None, map(_alphabet, word)))) > 1


def _alphabet(character: str) -> str:
    if character.isascii():
        return "LATIN" if character.isalpha() else ""
    name = unicodedata.name(character, "")
    return next((one for one in _ALPHABETS if name.startswith(one)), "")


def _reads_from_right(text: str) -> bool:
    return any(unicodedata.bidirectional(c) in ("R", "AL") for c in text)

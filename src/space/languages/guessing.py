"""Which language a text is in: a quick guess for the page that is being written.

Only pycld2 (3 MB) is used here, because this runs in every web process. What is stored without
a person looking on (imports) asks `space.languages.certain` instead.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from space.languages.table import canonical

# Below this a guess is no better than a coin; scripts of one language are known from fewer letters.
ENOUGH_LETTERS = 24
ENOUGH_OF_A_SCRIPT = 6

_LONGEST = 4000
_NOISE = re.compile(
    r"""
      ```.*?(?:```|\Z) | ~~~.*?(?:~~~|\Z) | `[^`\n]*`   # code
    | ^[ ]{0,3}>[^\n]*$                                  # what somebody else said
    | (?:https?://|www\.)\S+ | \S+@\S+\.\S+             # addresses
    | \[\[[^\]\n]*\]\] | \]\([^)\n]*\)                  # where links go
    | </?[A-Za-z][^>\n]*>                               # tags
    | @\S+ | \bT\d{2,}\b
    """,
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)

# What pycld2 calls otherwise than MediaWiki does.
_OTHER_NAMES = {
    "iw": "he",
    "in": "id",
    "ji": "yi",
    "jw": "jv",
    "zh-Hant": "zh",
    "no": "nb",
    "un": "",
    "bh": "bho",
}

# Languages written in a script of their own: a few letters are enough.
_OWN_SCRIPT = "el ka hy he th lo km my si ta te kn ml gu pa or am ko ja dv bo chr iu"


# Sisters that a detector confuses as often as not: only what the writer reads can tell them apart.
_SISTERS = (frozenset({"id", "ms"}), frozenset({"bs", "hr", "sr", "sh"}), frozenset({"nb", "nn", "no"}))


class Guess(NamedTuple):
    """`code` is empty when there is nothing to go by; not `sure` means: ask."""

    code: str
    sure: bool


NO_IDEA = Guess("", sure=False)


def words_only(text: str) -> str:
    """The writer's own words: without code, quotes, addresses and names."""
    return " ".join(_NOISE.sub(" ", text[:_LONGEST]).split())


def guess(text: str, reads: Iterable[str] = ()) -> Guess:
    """Guess the language of a text in Markdown. Sure only when there is enough of it and it is of one piece.

    `reads` are the writer's languages: they decide between Indonesian and Malay, or Croatian and Bosnian.
    """
    return _among_sisters(judged(words_only(text)), frozenset(reads))


def judged(words: str) -> Guess:
    """What pycld2 alone says of words that are already clean."""
    import pycld2

    letters = sum(map(str.isalpha, words))
    try:
        reliable, _, found = pycld2.detect(_valid(words), bestEffort=True)
    except pycld2.error:
        return NO_IDEA
    _, code, share, _ = found[0]
    code = canonical(_OTHER_NAMES.get(code, code))
    if letters < 2 or not code:
        return NO_IDEA
    enough = ENOUGH_OF_A_SCRIPT if code in _OWN_SCRIPT.split() else ENOUGH_LETTERS
    return Guess(code, sure=reliable and share >= 80 and letters >= enough)


def _valid(words: str) -> str:
    """pycld2 refuses control characters and lone surrogates."""
    return "".join(c for c in words if c.isprintable())


def _among_sisters(first: Guess, reads: frozenset[str]) -> Guess:
    for sisters in _SISTERS:
        if first.code in sisters:
            likely = sorted(sisters & reads)
            code = likely[0] if likely and first.code not in reads else first.code
            return Guess(code, sure=first.sure and len(likely) == 1)
    return first

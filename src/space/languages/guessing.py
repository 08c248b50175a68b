"""Which language a text is in: a quick guess for the page that is being written.

Only pycld2 (3 MB) is used here, because this runs in every web process. What is stored without
a person looking on (imports) asks `space.languages.certain` instead.
"""

import re
from typing import NamedTuple

from space.languages.table import canonical

# Below this a guess is no better than a coin; scripts of one language are known from fewer letters.
ENOUGH_LETTERS = 24
ENOUGH_OF_A_SCRIPT = 6

_LONGEST = 4000
_NOISE = re.compile(
    r"""
      ```.*?(?:```|\Z) | ~~~.*?(?:~~~|\Z) | `[^`\n]*`   # code
    | ^[ ]{0,3}>.*$                                     # what somebody else said
    | (?:https?://|www\.)\S+ | \S+@\S+\.\S+             # addresses
    | \[\[[^\]\n]*\]\] | \]\([^)\n]*\)                  # where links go
    | </?[A-Za-z][^>\n]*>                               # tags
    | @\S+ | \bT\d{2,}\b
    """,
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)

# What pycld2 calls otherwise than MediaWiki does.
_OTHER_NAMES = {"iw": "he", "in": "id", "ji": "yi", "jw": "jv", "zh-Hant": "zh", "no": "nb", "un": "", "bh": "bho"}

# Languages written in a script of their own: a few letters are enough.
_OWN_SCRIPT = frozenset("el ka hy he th lo km my si ta te kn ml gu pa or am ko ja dv bo chr iu".split())


class Guess(NamedTuple):
    """`code` is empty when there is nothing to go by; not `sure` means: ask."""

    code: str
    sure: bool


NO_IDEA = Guess("", sure=False)


def words_only(text: str) -> str:
    """The writer's own words: without code, quotes, addresses and names."""
    return " ".join(_NOISE.sub(" ", text[:_LONGEST]).split())


def guess(text: str) -> Guess:
    """Guess the language of a text in Markdown. Sure only when there is enough of it and it is of one piece."""
    words = words_only(text)
    letters = sum(map(str.isalpha, words))
    if letters < 2:
        return NO_IDEA
    return judged(words, letters)


def judged(words: str, letters: int) -> Guess:
    """The same for words that are already clean."""
    import pycld2

    try:
        reliable, _, found = pycld2.detect(_valid(words), bestEffort=True)
    except pycld2.error:
        return NO_IDEA
    _, code, share, _ = found[0]
    code = canonical(_OTHER_NAMES.get(code, code))
    enough = ENOUGH_OF_A_SCRIPT if code in _OWN_SCRIPT else ENOUGH_LETTERS
    return Guess(code, sure=bool(code and reliable and share >= 80 and letters >= enough))


def _valid(words: str) -> str:
    """pycld2 refuses control characters and lone surrogates."""
    return "".join(c for c in words if c.isprintable())

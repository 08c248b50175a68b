"""Which language a text is in: a quick guess for the page that is being written.

Only pycld2 (3 MB), the letters and the small words of languages are used here, because this runs in every web
process. What is stored is looked at again by a job, and what is brought in by `space.languages.certain`.
"""

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from space.languages import smallwords
from space.languages.letters import by_letters, is_cyrillic
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
_OWN_SCRIPT = "am bo chr dv el gu he hy iu ja ka km kn ko lo ml mni my nqo or pa sat si ta te th zgh"
OWN_SCRIPT = frozenset(_OWN_SCRIPT.split())

# Sisters that a detector confuses as often as not: words that not all of them have tell them apart.
SISTERS = (
    frozenset({"id", "ms"}),
    frozenset({"bs", "hr", "sr", "sh"}),
    frozenset({"nb", "nn", "no"}),
)
# Without any such word one is as good as the other, so take what more people write.
_COMMONER = {"bs": "hr"}
# Neighbours of whom a detector is right mostly, and those words say so where it is not.
_NEIGHBOURS = (frozenset({"nb", "nn", "no", "da"}), frozenset({"bg", "mk"}), frozenset({"xh", "zu"}))
# A detector takes one for the other, or for English, where a text has names and signs in it.
_FAMILIES = (
    frozenset({"es", "ca", "gl", "pt", "fr", "it", "ro", "oc", "co", "la", "eo"}),
    frozenset({"nl", "af", "de", "lb", "fy", "da", "nb", "nn", "sv", "is", "sco"}),
    frozenset({"cs", "sk", "sl", "hr", "bs", "sr", "mk", "bg", "ru", "uk", "be", "pl"}),
)
# By so many more such words is one of them surely meant, where the detector says another.
_CLEARLY = 2


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

    `reads` are the writer's languages: a guess that is one of them is believed, and sisters are told apart by them.
    """
    return judged(words_only(text), frozenset(reads))


def judged(words: str, reads: frozenset[str] = frozenset()) -> Guess:
    """The same of words that are already clean."""
    if sum(map(str.isalpha, words)) < 2:
        return NO_IDEA
    said = smallwords.words_of(words)
    first = _by_pycld2(words)
    code = by_letters(first.code, words)
    sure = first.sure if code == first.code else code in OWN_SCRIPT and is_enough(words, code)
    heard = by_small_words(Guess(code, sure), said)
    found = among_sisters(heard, said, reads)
    return Guess(found.code, found.sure or (found.code in reads and is_enough(words, found.code)))


def is_enough(words: str, code: str) -> bool:
    """Whether there are so many letters that a guess is worth something."""
    enough = ENOUGH_OF_A_SCRIPT if code in OWN_SCRIPT else ENOUGH_LETTERS
    return sum(map(str.isalpha, words)) >= enough


def _by_pycld2(words: str) -> Guess:
    import pycld2

    try:
        reliable, _, found = pycld2.detect(_valid(words), bestEffort=True)
    except pycld2.error:
        return NO_IDEA
    _, code, share, _ = found[0]
    code = canonical(_OTHER_NAMES.get(code, code))
    return Guess(code, sure=reliable and share >= 80 and is_enough(words, code)) if code else NO_IDEA


def _valid(words: str) -> str:
    """pycld2 refuses control characters and lone surrogates."""
    return "".join(c for c in words if c.isprintable())


def by_small_words(first: Guess, said: list[str]) -> Guess:
    """Believe the small words where they say clearly something else that is likely; then nothing is sure."""
    heard = smallwords.heard(said)
    best, times = heard.most_common(1)[0] if heard else ("", 0)
    if times < heard[first.code] + _CLEARLY:
        return Guess(first.code, first.sure and smallwords.is_of_one_piece(said, first.code))
    is_many = times * 4 >= len(said) and not smallwords.knows(first.code)
    is_near = first.code in {"", "en"} or any({first.code, best} <= family for family in _FAMILIES)
    return Guess(best, sure=False) if is_many or is_near else first


def among_sisters(first: Guess, said: list[str], reads: frozenset[str]) -> Guess:
    """What words that only one of them has say, else what the writer reads."""
    for sisters in (*SISTERS, *_NEIGHBOURS):
        if first.code not in sisters or (first.code == "sr" and is_cyrillic("".join(said))):
            continue
        (best, ahead) = _ahead(smallwords.told_apart(said, sisters))
        if ahead and best != first.code:
            first = Guess(best, sure=first.sure and ahead >= _CLEARLY)
        elif not ahead and sisters in SISTERS:
            likely = sorted(sisters & reads)
            code = likely[0] if likely and first.code not in reads else _COMMONER.get(first.code, first.code)
            first = Guess(code, sure=first.sure and len(likely) == 1)
    return first


def _ahead(times: Counter[str]) -> tuple[str, int]:
    """The one that is named most, and by how much."""
    ranked = [*times.most_common(2), ("", 0), ("", 0)]
    return ranked[0][0], ranked[0][1] - ranked[1][1]

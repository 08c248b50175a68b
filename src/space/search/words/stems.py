"""What the forms of a word have in common, in the language of the text."""

import threading
import unicodedata
from functools import cache

from space.search.words.folding import fold

_ALGORITHMS = {
    "arabic": "ar arz ary apc", "armenian": "hy hyw", "basque": "eu", "catalan": "ca", "czech": "cs", "danish": "da",
    "dutch": "nl", "english": "en simple", "esperanto": "eo", "estonian": "et", "finnish": "fi", "french": "fr",
    "german": "de", "greek": "el", "hindi": "hi", "hungarian": "hu", "indonesian": "id", "irish": "ga",
    "italian": "it", "lithuanian": "lt", "nepali": "ne", "norwegian": "nb no nn", "persian": "fa", "polish": "pl",
    "portuguese": "pt", "romanian": "ro", "russian": "ru", "serbian": "sr sh bs hr", "sesotho": "st nso",
    "spanish": "es", "swedish": "sv", "tamil": "ta", "turkish": "tr", "yiddish": "yi",
}  # fmt: skip
_OF_LANGUAGE = {code: name for name, codes in _ALGORITHMS.items() for code in codes.split()}
# These change the ends of words alone; others take prefixes away, or write in other letters.
_LEAVE_BEGINNINGS = {
    "catalan", "danish", "english", "finnish", "french", "german", "italian", "norwegian", "portuguese", "romanian",
    "russian", "spanish", "swedish",
}  # fmt: skip
# Without a stemmer, words of so many letters are also found without their last two.
_LONG, _ENDING = 5, 2
# Where nobody knows the language of a question, its script says which ones it may be.
_BY_SCRIPT = (
    ("ARABIC", ("ar", "fa")),
    ("DEVANAGARI", ("hi", "ne")),
    ("CYRILLIC", ("ru",)),
    ("LATIN", ("en",)),
)
_here = threading.local()


def stem(word: str, lang: str) -> str:
    """Of an upright word; folded."""
    algorithm = algorithm_of(lang)
    if algorithm:
        return fold(str(_stemmer(algorithm).stemWord(word))) or fold(word)
    bare = fold(word)
    return bare[:-_ENDING] if len(bare) >= _LONG else bare


def leaves_beginnings(lang: str) -> bool:
    """Whether a word and its stem begin with the same letter."""
    algorithm = algorithm_of(lang)
    return not algorithm or algorithm in _LEAVE_BEGINNINGS


def likely(text: str) -> tuple[str, ...]:
    """Languages that a text may be in of which nothing but the script is known."""
    name = next((unicodedata.name(sign, "") for sign in text if sign.isalpha()), "")
    return next((langs for script, langs in _BY_SCRIPT if name.startswith(script)), ())


@cache
def algorithm_of(lang: str) -> str:
    return _OF_LANGUAGE.get(lang) or _OF_LANGUAGE.get(lang.partition("-")[0], "")


def _stemmer(algorithm: str) -> "Stemmer":  # type: ignore[name-defined]  # noqa: F821
    """One for each thread: a stemmer remembers words, and is not made for two at once."""
    kept = _here.__dict__
    if algorithm not in kept:
        import Stemmer

        kept[algorithm] = Stemmer.Stemmer(algorithm, 5_000)
    return kept[algorithm]

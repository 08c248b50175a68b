"""The language of a text when nobody is there to ask: only what two detectors agree on.

py3langid takes 100 MB, so only the worker and the importers may import this module.
"""

from collections.abc import Iterable
from functools import cache
from typing import Any

from space.languages.guessing import OWN_SCRIPT, SISTERS, Guess, judged, words_only
from space.languages.smallwords import heard, words_of
from space.languages.table import canonical

# What py3langid may answer. Its rarer languages are wrong more often than right on short texts.
ALLOWED = """
    af am ar as az be bg bn br bs ca cs cy da de dz el en eo es et eu fa fi fr ga gl gu he hi hr ht hu hy
    id is it ja jv ka kk km kn ko ku ky la lb lo lt lv mg mk ml mn mr ms mt nb ne nl nn no oc or pa pl ps pt
    qu ro ru rw si sk sl sq sr sv sw ta te th tl tr ug uk ur vi vo wa xh zh zu
"""

# What py3langid calls otherwise than we do.
_SAME = {"no": "nb", "in": "id"}


@cache
def _detector() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    detector = LanguageIdentifier.from_model_file(MODEL_FILE)
    detector.set_languages(set(ALLOWED.split()) & set(detector.nb_classes))
    return detector


def surely(text: str, reads: Iterable[str] = ()) -> Guess:
    """Sure only when both detectors, letters and small words name the same language; otherwise the likelier, unsure."""
    words = words_only(text)
    quick = judged(words, frozenset(reads))
    if not quick.code and not any(map(str.isalpha, words)):
        return quick
    code = str(_detector().classify(words)[0])
    slow = canonical(_SAME.get(code, code))
    if quick.code in OWN_SCRIPT and quick.code not in _both():
        return quick
    if slow == quick.code or _are_sisters(slow, quick.code):
        return Guess(quick.code, sure=quick.sure and slow == quick.code)
    return Guess(_likelier(quick.code, slow, words), sure=False)


def _likelier(quick: str, slow: str, words: str) -> str:
    """pycld2 knows more languages; of those that both know the other is right more often, but for Serbian."""
    if quick and quick not in _both():
        return quick
    if {quick, slow} == {"sr", "mk"}:
        times = heard(words_of(words))
        return max((quick, slow), key=lambda code: times[code])
    return slow


def _are_sisters(one: str, other: str) -> bool:
    """What tells them apart has spoken already."""
    return any({one, other} <= sisters for sisters in SISTERS)


@cache
def _both() -> frozenset[str]:
    return frozenset(canonical(_SAME.get(code, code)) for code in ALLOWED.split())

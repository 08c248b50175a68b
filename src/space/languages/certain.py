"""The language of a text when nobody is there to ask: only what two detectors agree on.

py3langid takes 100 MB, so only the worker and the importers may import this module.
"""

from collections.abc import Iterable
from functools import cache
from typing import Any

from space.languages.guessing import Guess, guess, words_only
from space.languages.table import canonical

# What py3langid may answer. Its rarer languages are wrong more often than right on short texts.
ALLOWED = """
    af am ar as az be bg bn br bs ca cs cy da de dz el en eo es et eu fa fi fr ga gl gu he hi hr ht hu hy
    id is it ja jv ka kk km kn ko ku ky la lb lo lt lv mg mk ml mn mr ms mt nb ne nl nn oc or pa pl ps pt
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
    """Sure only when both detectors name the same language; otherwise the quick guess, unsure."""
    quick = guess(text, reads)
    if not quick.sure:
        return quick
    code = str(_detector().classify(words_only(text))[0])
    agreed = canonical(_SAME.get(code, code)) == quick.code
    return Guess(quick.code, sure=agreed)

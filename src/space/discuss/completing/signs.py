"""Emoji by name: in English, by their short names, and in the language of the interface."""

import re
from functools import cache

from space.discuss.completing.found import MOST, Found
from space.kit.folding import begins_a_word, folded

# A sign with a colour of skin is a kind of the one without, and would fill the list.
_SKIN = re.compile("[\U0001f3fb-\U0001f3ff]")


def emoji(typed: str, language: str) -> list[Found]:
    """Those whose name begins so come first, then those with a word that does."""
    wanted = folded(typed).replace("_", " ").strip()
    if not wanted:
        return []
    first: dict[str, str] = {}
    then: dict[str, str] = {}
    for name, sign, looked_for in _names(language):
        if looked_for.startswith(wanted):
            first.setdefault(sign, name)
        elif begins_a_word(wanted, looked_for):
            then.setdefault(sign, name)
    shortest = sorted(first.items(), key=lambda one: len(one[1]))
    shown = dict(shortest) | {sign: name for sign, name in then.items() if sign not in first}
    return [Found("emoji", name, sign, sign=sign) for sign, name in list(shown.items())[:MOST]]


@cache
def _names(language: str) -> tuple[tuple[str, str, str], ...]:
    """Name, sign, and the name as it is looked for. Read at the first question: it takes a moment and 4 MB."""
    import emoji as data

    languages = ["en"]
    if language in data.LANGUAGES and language != "en":
        data.config.load_language(language)
        languages = [language, "en"]
    whole = data.STATUS["fully_qualified"]
    signs = {s: d for s, d in data.EMOJI_DATA.items() if d["status"] <= whole and not _SKIN.search(s)}
    named = [(d[code], s) for code in languages for s, d in signs.items() if code in d]
    short = [(alias, s) for s, d in signs.items() for alias in d.get("alias", ())]
    spoken = ((name.strip(":").replace("_", " "), sign) for name, sign in [*named, *short])
    return tuple((name, sign, folded(name)) for name, sign in spoken)

"""Letters that only some languages write: detectors take Macedonian for Serbian, and do not know Kurmanji or N’Ko."""

# The languages that these letters tell apart; others with Cyrillic letters have more of their own.
_IN_CYRILLIC = frozenset({"", "ru", "uk", "be", "bg", "mk", "sr"})
_OWN = (
    (frozenset("ѓќѕ"), "mk"),
    (frozenset("ђћ"), "sr"),
    (frozenset("ў"), "be"),
    (frozenset("їєґ"), "uk"),
)
_EAST = frozenset("ыэё")
_NOT_SERBIAN = frozenset("щъьюя")
# Kurmanji has these three letters; so have some others, which detectors do know.
_KURMANJI = frozenset("êîû")
_LIKE_KURMANJI = frozenset({"fr", "ro", "it", "pt", "cy", "af", "nl", "oc", "co"})
_TURKISH = frozenset("ığöü")
_HOOKED = frozenset("ɓɗ")
# Fulfulde has one of them in every fourth word or so; who only tells of its words or letters, in far fewer.
_OFTEN = 10
# Scripts of one language that no detector of ours knows: the first and last letter of each.
SCRIPTS = (
    ("\u07c0", "\u07ff", "nqo"),
    ("\u1c50", "\u1c7f", "sat"),
    ("\u2d30", "\u2d7f", "zgh"),
    ("\uabc0", "\uabff", "mni"),
)
_CYRILLIC = ("\u0400", "\u04ff")


def by_letters(code: str, text: str) -> str:
    """The language of a text that a detector takes for this one, by its letters."""
    letters = frozenset(text.lower())
    if not code:
        code = next((own for first, last, own in SCRIPTS if _is_mostly(text, letters, first, last)), "")
    if code in _IN_CYRILLIC and _is_mostly(text, letters, *_CYRILLIC):
        return _in_cyrillic(code, letters)
    if letters & _HOOKED and code != "ha" and _is_hooked(text):
        return "ha" if "ƙ" in letters else "ff"
    if letters & _KURMANJI and not letters & _TURKISH and code not in _LIKE_KURMANJI:
        return "ku" if len(letters & (_KURMANJI | {"ş"})) > 1 else code
    return code


def _is_hooked(text: str) -> bool:
    words = [word for word in text.lower().split() if sum(map(str.isalpha, word)) > 1]
    return sum(bool(_HOOKED.intersection(word)) for word in words) * _OFTEN >= len(words)


def is_cyrillic(text: str) -> bool:
    return _is_mostly(text, frozenset(text), *_CYRILLIC)


def _in_cyrillic(code: str, letters: frozenset[str]) -> str:
    for own, owner in _OWN:
        if letters & own:
            return owner
    if "і" in letters:
        return "be" if "ы" in letters else "uk"
    if letters & _EAST:
        return "ru"
    return "bg" if code in {"sr", "mk"} and letters & _NOT_SERBIAN else code


def _is_mostly(text: str, letters: frozenset[str], first: str, last: str) -> bool:
    """Whether the greater part of its letters is of this script."""
    if not any(first <= letter <= last for letter in letters):
        return False
    return sum(first <= letter <= last for letter in text) * 2 > sum(map(str.isalpha, text))

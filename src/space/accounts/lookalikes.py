"""Skeletons of names, after UTS 39: two names that readers take for one have the same skeleton."""

import unicodedata

# Letters that look like a Latin one in most faces, after case folding: Cyrillic, Greek, Armenian, Hebrew and
# Arabic forms that impostors use, and digits. Latin stands for all of a class.
_LOOKS_LIKE = {
    "a": "аɑα",
    "b": "ьвβƅ",
    "c": "сϲᴄ",
    "d": "ԁɗ",
    "e": "еҽєεɛ",
    "f": "ғẝ",
    "g": "ɡց",
    "h": "һհн",
    "i": "іıɩιӏןا۱١1lļ|ǀ",
    "j": "јϳյ",
    "k": "кκĸ",
    "m": "мʍ",
    "n": "пոηռ",
    "o": "оοσօ0०੦০૦୦๐໐၀௦౦೦ס",
    "p": "рρ",
    "q": "ԛզ",
    "r": "гᴦɾ",
    "s": "ѕʂꜱ",
    "t": "тτᴛ",
    "u": "υսцʋ",
    "v": "ѵνᴠ",
    "w": "ԝшωաѡ",
    "x": "хχ",
    "y": "уүγʏყ",
    "z": "ᴢʐ",
    "3": "зҙʒ",
    "-": "‐‑‒–—―−ー一",
    "'": "’‘ʼʻ`´ʹ",
    ".": "․·・‧",
}
# Capitals look like other letters than their small ones do (Ν is an N, ν is a v), so they go first.
_CAPITALS = str.maketrans(
    "АΑВΒСϹЕΕНΗІΙӀЈͿКΚМΜΝОΟРΡЅՏТΤХΧУΥҮΖԚԜԌႽᏔ",
    "AABBCCEEHHIIIJJKKMMNOOPPSSTTXXYYYZQWGSW",
)
_PLAIN = {ord(other): latin for latin, others in _LOOKS_LIKE.items() for other in others}
# Letters that two others imitate, and letters with a stroke, which do not come apart.
_PAIRS = (
    ("rn", "m"),
    ("vv", "w"),
    ("æ", "ae"),
    ("œ", "oe"),
    ("ø", "o"),
    ("ł", "i"),
    ("đ", "d"),
    ("ħ", "h"),
    ("ŧ", "t"),
)
# Accents, Arabic vowel signs and Hebrew points only decorate; vowel signs of Indic scripts are letters.
_DECORATION = ((0x300, 0x36F), (0x483, 0x489), (0x591, 0x5C7), (0x64B, 0x65F), (0x670, 0x670), (0x6D6, 0x6ED))


def skeleton(name: str) -> str:
    """What is left of a name when case, accents, width and the script of look-alike letters are taken away."""
    upright = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", name)).translate(_CAPITALS)
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", upright).casefold())
    plain = "".join(c for c in apart if not decorates(c)).translate(_PLAIN)
    for pair, one in _PAIRS:
        plain = plain.replace(pair, one)
    return unicodedata.normalize("NFC", "".join(plain.split()))


def decorates(character: str) -> bool:
    point = ord(character)
    return (
        any(first <= point <= last for first, last in _DECORATION) or unicodedata.category(character) == "Cf"
    )

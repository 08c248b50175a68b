"""What people type or paste, freed from what cannot be seen and only deceives."""

import re
import unicodedata

# The longest text that is rendered, in characters; forms refuse before that.
LONGEST = 32_000

# Embeddings, overrides and isolates turn the order of what follows, also outside the text they
# stand in. The marks that speak for one place only (U+200E, U+200F, U+061C) may stay.
_TURNS = "\u202a-\u202e\u2066-\u2069"
_UNSEEN = re.compile(
    f"[\x01-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f{_TURNS}\ufeff\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e007f]"
)
_LINE_ENDS = re.compile("\r\n?|[\x0c\x85\u2028\u2029]")
_BROKEN = re.compile("[\x00\ud800-\udfff]")


def tidy(source: str) -> str:
    """The text as it is stored: NFC, plain line ends, no control characters, none that turn the direction."""
    text = _LINE_ENDS.sub("\n", source)
    text = _BROKEN.sub("\ufffd", text)
    return unicodedata.normalize("NFC", unseen_removed(text))


def unseen_removed(text: str) -> str:
    """Also needed after rendering: entities and escapes in addresses can spell what was taken out."""
    return _UNSEEN.sub("", text)

"""What stands inside of a story's text: pictures, and cards of conversations."""

import re
from dataclasses import dataclass

_PICTURE = re.compile(r'!\[([^\[\]\n|]*)(\|wide)?\]\(drawing:([a-z-]+)(?: "([^"\n]*)")?\)')
_CARD = re.compile(r"(?m)^topic:([a-z0-9-]+)/([a-z0-9-]+)$")


@dataclass(frozen=True)
class Picture:
    name: str
    alt: str
    caption: str
    is_wide: bool


def pictures(text: str) -> list[Picture]:
    return [Picture(name, alt, caption, bool(wide)) for alt, wide, name, caption in _PICTURE.findall(text)]


def cards(text: str) -> list[tuple[str, str]]:
    """Room and slug of each conversation that stands alone in a line."""
    return _CARD.findall(text)

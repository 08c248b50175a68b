"""What may be a title of a wiki page, and how it is written in an address."""

import re
from urllib.parse import quote

_LONGEST = 255

# Signs that a title cannot hold, escapes and entities that would mean another one, signatures.
_FORBIDDEN = re.compile(
    r"[#<>\[\]{}|\x00-\x1f\x7f\ufffd\ud800-\udfff]|%[0-9a-f]{2}|&(?:#\d+|#x[0-9a-f]+|\w+);|~~~", re.IGNORECASE
)
_PATH_TRICKS = re.compile(r"(?:^|/)\.{1,2}(?:/|$)")

# Marks of direction that come along when one copies a title; wikis drop them too.
_INVISIBLE = re.compile(r"[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_SPACES = re.compile(r"[ _\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")


def tidy(text: str) -> str:
    """Spaces and underscores are one and the same; those at the ends are none."""
    return _SPACES.sub(" ", _INVISIBLE.sub("", text)).strip()


def is_title(title: str) -> bool:
    """Whether a wiki would take it. Empty is fine: it is the wiki's main page."""
    if title.startswith(":") or _FORBIDDEN.search(title) or _PATH_TRICKS.search(title):
        return False
    return len(title.encode()) <= _LONGEST


def in_address(title: str) -> str:
    return quote(title.replace(" ", "_"), safe=":/@!$*(),;~")


def section_in_address(section: str) -> str:
    return quote(section.replace(" ", "_"), safe="!$&'()*+,;=:@/?~")

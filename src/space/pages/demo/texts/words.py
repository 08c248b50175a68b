"""What stands inside of a text: names, quotes, drawings."""

import re

_QUOTE = re.compile(r"^> \[(\d+)\] (.+)$", re.MULTILINE)
_NAMED = re.compile(r"@\[([^\[\]\n]+)\]")
_DRAWN = re.compile(r"!\[([^\[\]\n]*)\]\(drawing:([a-z-]+)\)")


def quotes(text: str) -> list[tuple[int, str]]:
    """The posts that a text quotes, each with the words it took."""
    return [(int(number), words) for number, words in _QUOTE.findall(text)]


def named(text: str) -> list[str]:
    return _NAMED.findall(text)


def drawings(text: str) -> list[tuple[str, str]]:
    """The pictures a text shows: what they show in words, and the name of the drawing."""
    return _DRAWN.findall(text)

"""Headings of a story: each has an address, and where there are several they stand in an outline."""

import re
from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe

from space.blog.texts import slug_of
from space.markup.reading import text_of

# Fewer need no outline.
_LEAST = 3
# As `markup` leaves them: texts begin at the third level, below a post's author.
_HEADING = re.compile(r"<h([3-6])((?:\s(?:[^>\"]|\"[^\"]*\")*)?)>(.*?)</h\1>", re.DOTALL)


@dataclass(frozen=True)
class Heading:
    anchor: str
    words: str
    deeper: bool


def outlined(html: str) -> tuple[SafeString, list[Heading]]:
    """The text with its headings one level higher and named; and the outline, which is empty where it is short.

    Expects HTML as a version keeps it: what looks like a heading there is one.
    """
    found: list[Heading] = []
    taken: dict[str, int] = {}

    def named(heading: re.Match[str]) -> str:
        level, attributes, inside = int(heading[1]) - 1, heading[2], heading[3]
        words = text_of(inside)
        anchor = _free(f"h-{slug_of(words)}", taken)
        found.append(Heading(anchor, words, deeper=level > 2))
        return f'<h{level} id="{anchor}"{attributes}>{inside}</h{level}>'

    text = mark_safe(_HEADING.sub(named, html))
    return text, found if sum(not one.deeper for one in found) >= _LEAST else []


def _free(name: str, taken: dict[str, int]) -> str:
    """`taken` says of each name which number was given last, so that a thousand alike are not tried one by one."""
    number = taken.get(name, 0) + 1
    while (own := name if number == 1 else f"{name}-{number}") in taken:
        number += 1
    taken[name] = number
    taken.setdefault(own, 1)
    return own

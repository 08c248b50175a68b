"""What stands in clean HTML, for those who read no HTML."""

import re
from collections.abc import Iterator
from html import unescape

from space.kit.fields import first_words

# How words begin that are folded behind a content note.
FOLDED = '<details class="noted">'
_NOTE = re.compile(rf"{FOLDED}<summary>(.*?)</summary>", re.DOTALL)
_TAG = re.compile(r'<(/?)(\w+)((?:[^>"]|"[^"]*")*)>')
_HREF = re.compile(r'<a (?:[^>"]|"[^"]*")*?href="([^"]*)"')
_SRC = re.compile(r'<img (?:[^>"]|"[^"]*")*?src="([^"]*)"')
_INLINE = """
    a abbr b bdi code del dfn em i img ins kbd mark q s samp small span strong sub sup time u var wbr
"""
INSIDE_A_LINE = frozenset(_INLINE.split())


def text_of(html: str) -> str:
    """The words, a line for each block. Attributed quotes are left out: they were said elsewhere."""
    lines = "".join(_pieces(html)).split("\n")
    return "\n".join(filter(None, (" ".join(unescape(line).split()) for line in lines)))


def excerpt_of(html: str, longest: int) -> str:
    """The beginning of what was rendered before, in one line."""
    return first_words(text_of(html), longest)


def notes_in(html: str) -> list[str]:
    """The notes, as HTML, behind which something in it is folded."""
    return _NOTE.findall(html)


def veiled(html: str) -> str:
    """With the notes in place of what is folded behind them, for where nobody can fold."""
    if FOLDED not in html:
        return html
    pieces, after, depth = list[str](), 0, 0
    for tag in re.finditer(rf"{_NOTE.pattern}|<(/?)details\b[^>]*>", html, re.DOTALL):
        if not depth and tag[1]:
            pieces += [html[after : tag.start()], f"<p>{tag[1]}</p>"]
        opens = bool(tag[1]) or not tag[2]
        if depth or tag[1]:
            depth += 1 if opens else -1
            after = tag.end()
    return "".join([*pieces, html[after:]])


def _pieces(html: str) -> Iterator[str]:
    after = depth = quoted_at = 0
    for tag in _TAG.finditer(html):
        if not quoted_at:
            yield html[after : tag.start()].replace("\n", " ")
        after = tag.end()
        closing, name, attributes = tag.groups()
        if name == "blockquote":
            depth += -1 if closing else 1
            if not closing and not quoted_at and 'class="quote"' in attributes:
                quoted_at = depth
            elif depth < quoted_at:
                quoted_at = 0
        if name not in INSIDE_A_LINE:
            yield "\n"
    yield html[after:]


def links_in(html: str) -> list[str]:
    return [unescape(address) for address in _HREF.findall(html)]


def images_in(html: str) -> list[str]:
    return [unescape(address) for address in _SRC.findall(html)]

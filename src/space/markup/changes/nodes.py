"""Clean HTML as a tree. The sanitizer has made it well-formed: every element is closed, every value is in quotes."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeAlias

from space.markup.reading import INSIDE_A_LINE

# Deeper than anybody reads; and our ways through the tree call themselves.
DEEPEST = 60

_TAG = re.compile(r'<(/?)(\w+)((?:[^>"]|"[^"]*")*)>')
_VOID = frozenset({"br", "col", "hr", "img", "wbr"})
_INLINE = frozenset((*INSIDE_A_LINE, "br", "rp", "rt", "ruby"))
# In what is compared, these two are ours.
_OTHERS = {"ins": "u", "del": "s"}


@dataclass(slots=True)
class Node:
    tag: str
    open: str
    children: "list[Piece]" = field(default_factory=list)

    @property
    def is_inline(self) -> bool:
        return self.tag in _INLINE

    @property
    def close(self) -> str:
        return "" if self.tag in _VOID else f"</{self.tag}>"


Piece: TypeAlias = Node | str


def parsed(html: str) -> list[Piece] | None:
    """The pieces on top; None where they are nested too deeply. Text stays escaped."""
    top = Node("", "")
    path = [top]
    after = 0
    for found in _TAG.finditer(html):
        if text := html[after : found.start()]:
            path[-1].children.append(text)
        after = found.end()
        closing, tag, attributes = found.groups()
        tag = _OTHERS.get(tag, tag)
        if closing:
            path = path[:-1] if len(path) > 1 else path
            continue
        node = Node(tag, f"<{tag}{attributes}>")
        path[-1].children.append(node)
        if tag not in _VOID:
            path.append(node)
            if len(path) > DEEPEST:
                return None
    if html[after:]:
        path[-1].children.append(html[after:])
    return top.children


def written(pieces: Iterable[Piece]) -> str:
    return "".join(
        piece if isinstance(piece, str) else f"{piece.open}{written(piece.children)}{piece.close}"
        for piece in pieces
    )


def marked(html: str, tag: str) -> str:
    """All words and pictures of this HTML inside of `ins` or `del`, wherever they stand, however deep."""
    pieces: list[str] = []
    after = 0
    for found in _TAG.finditer(html):
        pieces.append(_wrapped(html[after : found.start()], tag))
        after = found.end()
        closing, name, attributes = found.groups()
        name = _OTHERS.get(name, name)
        whole = f"<{closing}{name}{attributes}>"
        pieces.append(_wrapped(whole, tag) if name in {"img", "hr"} else whole)
    pieces.append(_wrapped(html[after:], tag))
    return "".join(pieces)


def _wrapped(html: str, tag: str) -> str:
    return f"<{tag}>{html}</{tag}>" if html.strip() else html


def text_of(html: str) -> str:
    """The words alone, still escaped."""
    return _TAG.sub(" ", html)

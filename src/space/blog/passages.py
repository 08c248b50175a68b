"""Passages of a text: whether it holds some words, and where notes point in it."""

import re
from collections.abc import Iterable
from html import escape, unescape
from typing import NamedTuple

# A tag with its attributes, whatever signs stand in their values.
_TAG = re.compile(r"""(<(?:[^<>"']|"[^"]*"|'[^']*')*>)""")
_BLOCK = re.compile(
    r"</?(?:p|li|ul|ol|h[1-6]|blockquote|pre|table|t[drh]|div|figure|figcaption|br|hr|dl|dd|dt)\b"
)


class Pointed(NamedTuple):
    """A note at a passage: where it leads to, and the words."""

    anchor: str
    passage: str


def finds(html: str, passage: str) -> bool:
    return _Text(html).place(passage) is not None


def pointed_at(html: str, notes: Iterable[Pointed]) -> tuple[str, set[str]]:
    """The text with these passages marked, and which of the notes were found in it."""
    text, found = _Text(html), set()
    for note in notes:
        place = text.place(note.passage)
        if place and text.mark(place, note.anchor):
            found.add(note.anchor)
    return text.html(), found


def quoted(passage: str) -> str:
    """As Markdown that says these words and nothing else."""
    return "> " + re.sub(r"([\\`*_\[\]<>~|@#!&])", r"\\\1", passage)


class _Text:
    """A rendered text as the words that one reads, each sign knowing from which piece of the HTML it is."""

    def __init__(self, html: str) -> None:
        self.pieces = _TAG.split(html)
        self.texts = {n: unescape(piece) for n, piece in enumerate(self.pieces) if n % 2 == 0}
        self.marks: dict[int, list[tuple[int, int, str]]] = {}
        self.words, self.places = _spaced(self.pieces, self.texts)

    def place(self, passage: str) -> tuple[int, int] | None:
        """From where to where it stands, the first time. White space counts as one space."""
        wanted = " ".join(passage.split())
        start = self.words.find(wanted) if wanted else -1
        return None if start < 0 else (start, start + len(wanted))

    def mark(self, place: tuple[int, int], anchor: str) -> bool:
        """In every piece that it crosses; what is marked already stays as it is."""
        spans: dict[int, tuple[int, int]] = {}
        for piece, offset in filter(None, self.places[slice(*place)]):
            first, _ = spans.get(piece, (offset, offset))
            spans[piece] = first, offset + 1
        taken = any(
            a < end and start < b for n, (start, end) in spans.items() for a, b, _ in self.marks.get(n, [])
        )
        if taken or not spans:
            return False
        for number, (piece, (start, end)) in enumerate(spans.items()):
            self.marks.setdefault(piece, []).append((start, end, anchor if number == 0 else ""))
        return True

    def html(self) -> str:
        for piece, marks in self.marks.items():
            self.pieces[piece] = _marked(self.texts[piece], sorted(marks))
        return "".join(self.pieces)


def _spaced(pieces: list[str], texts: dict[int, str]) -> tuple[str, list[tuple[int, int] | None]]:
    signs: list[str] = []
    places: list[tuple[int, int] | None] = []
    for n, piece in enumerate(pieces):
        here: list[tuple[str, tuple[int, int] | None]]
        if n % 2:
            here = [(" ", None)] if _BLOCK.match(piece) else []
        else:
            here = [(" " if sign.isspace() else sign, (n, at)) for at, sign in enumerate(texts[n])]
        for sign, place in here:
            if sign != " " or (signs and signs[-1] != " "):
                signs.append(sign)
                places.append(place)
    return "".join(signs), places


def _marked(text: str, marks: list[tuple[int, int, str]]) -> str:
    made, at = [], 0
    for start, end, anchor in marks:
        name = f' id="{escape(anchor)}"' if anchor else ""
        made.append(f'{escape(text[at:start], quote=False)}<mark class="noted"{name}>')
        made.append(f"{escape(text[start:end], quote=False)}</mark>")
        at = end
    return "".join([*made, escape(text[at:], quote=False)])

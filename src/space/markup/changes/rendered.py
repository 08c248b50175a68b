"""How two versions of a text differ, in the text as it is read: `del` around what went, `ins` around what came."""

from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from space.markup.changes.aligning import matching, without_lone_spaces
from space.markup.changes.nodes import Node, Piece, marked, parsed, text_of, written
from space.markup.changes.pairing import paired
from space.markup.changes.words import words_of
from space.markup.cleaning import sanitized

# Parts of a table or of a list of terms say nothing alone: a row that gained a cell is another row.
_WHOLE = frozenset({"tr", "colgroup"})


class _Part(NamedTuple):
    """A block, or the words and inline elements between two blocks."""

    html: str
    block: Node | None
    inline: list[Piece]


class _Word(NamedTuple):
    """A word, a sign, a picture; and the inline elements that it stands in."""

    html: str
    inside: tuple[str, ...]


_Change: TypeAlias = tuple[str, _Word]


def compare(before: str, after: str, home: str = "") -> str:
    """Clean HTML of the newer text with what came and went. Both are made clean first, and so is the outcome."""
    before, after = sanitized(before, home), sanitized(after, home)
    old, new = parsed(before), parsed(after)
    compared = marked(before, "del") + marked(after, "ins")
    if old is not None and new is not None:
        compared = _compared(old, new)
    return sanitized(compared.replace("</ins><ins>", "").replace("</del><del>", ""), home)


def _compared(old: list[Piece], new: list[Piece]) -> str:
    left, right = _parts(old), _parts(new)
    pieces = []
    for a, b in paired([part.html for part in left], [part.html for part in right], read=text_of):
        pieces.append(_changed(left[a] if a is not None else None, right[b] if b is not None else None))
    return "".join(pieces)


def _changed(old: _Part | None, new: _Part | None) -> str:
    if old is None or new is None:
        return (marked(old.html, "del") if old else "") + (marked(new.html, "ins") if new else "")
    if old.html == new.html:
        return new.html
    if old.block is None and new.block is None:
        return _words_compared(old.inline, new.inline)
    if old.block and new.block and _go_together(old.block, new.block):
        inside = _compared(old.block.children, new.block.children)
        return f"{new.block.open}{inside}{new.block.close}"
    return marked(old.html, "del") + marked(new.html, "ins")


def _go_together(old: Node, new: Node) -> bool:
    if old.tag != new.tag:
        return False
    return old.tag not in _WHOLE or len(old.children) == len(new.children)


def _parts(pieces: list[Piece]) -> list[_Part]:
    """Blocks, and what stands between them. White space between blocks is nothing."""
    parts: list[_Part] = []
    run: list[Piece] = []
    for piece in [*pieces, Node("", "")]:
        if isinstance(piece, str) or piece.is_inline:
            run.append(piece)
            continue
        if html := written(run).strip():
            parts.append(_Part(html, None, run))
        run = []
        if piece.tag:
            parts.append(_Part(written([piece]), piece, []))
    return parts


def _words_compared(old: list[Piece], new: list[Piece]) -> str:
    left, right = list(_words(old, ())), list(_words(new, ()))
    same = without_lone_spaces(matching(left, right), lambda place: left[place].html.isspace())
    changes: list[_Change] = []
    i = j = 0
    for a, b in [*same, (len(left), len(right))]:
        changes += [("del", word) for word in left[i:a]]
        changes += [("ins", word) for word in right[j:b]]
        changes += [("", word) for word in right[b : b + 1]]
        i, j = a + 1, b + 1
    return "".join(_told(changes))


def _words(pieces: list[Piece], inside: tuple[str, ...]) -> Iterator[_Word]:
    for piece in pieces:
        if isinstance(piece, str):
            yield from (_Word(word, inside) for word in _unbroken(piece))
        elif piece.close:
            yield from _words(piece.children, (*inside, piece.open))
        else:
            yield _Word(piece.open, inside)


def _unbroken(text: str) -> Iterator[str]:
    """The words of escaped text: what stands for one sign stays one."""
    waiting = ""
    for word in words_of(text):
        if word == "&" or waiting:
            waiting += word
            if not waiting.endswith(";"):
                continue
            word, waiting = waiting, ""
        yield word
    if waiting:
        yield waiting


def _told(changes: list[_Change]) -> Iterator[str]:
    """The words in their elements. What two words share stays open between them; ours is innermost."""
    path: list[str] = []
    for change, word in changes:
        wanted = [*word.inside, *([f"<{change}>"] if change else [])]
        shared = 0
        while shared < min(len(path), len(wanted)) and path[shared] == wanted[shared]:
            shared += 1
        yield from (_closing(one) for one in reversed(path[shared:]))
        yield from wanted[shared:]
        yield word.html
        path = wanted
    yield from (_closing(one) for one in reversed(path))


def _closing(opening: str) -> str:
    return f"</{opening[1:-1].split(maxsplit=1)[0]}>"

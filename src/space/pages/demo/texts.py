"""Reads a conversation from its file. Small and strict: what it does not understand, it names.

    title: A table of 14 columns on a phone
    language: en
    tags: mobile, tables
    closed: Chidinma of Nsukka · -2d 3h · Solved.

    --- Techniktante · -5d 8h
    Ask what each column is *for*.

    --- Lena Moorwitz · -5d 7h · de
    Auch so kann man fragen.

    --- edit · -5d 1h
    The whole text of the post above, as it reads since then.

A post is in the language of the topic unless it says another. In its text `@[Name]` names a person,
`> [2] words` quotes what was said in post 2, `![What it shows](drawing:mill)` shows a drawing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from space import languages
from space.pages.demo.times import ago

SEPARATOR = "--- "
_KEYS = {"title", "language", "tags", "closed"}
_NEEDED = {"title", "language"}


class DemoTextError(ValueError):
    """A file of the demo cannot be understood; the words say which line and why."""

    def __init__(self, path: Path, line: int, reason: object) -> None:
        super().__init__(f"{path}, line {line}: {reason}")


@dataclass(frozen=True)
class Version:
    ago: timedelta
    text: str


@dataclass(frozen=True)
class Said:
    """A post: who said it, in which language, and how it read at first and after each edit."""

    number: int
    author: str
    language: str
    versions: tuple[Version, ...]
    line: int

    @property
    def ago(self) -> timedelta:
        return self.versions[0].ago

    @property
    def text(self) -> str:
        """As it reads now."""
        return self.versions[-1].text


@dataclass(frozen=True)
class Closing:
    by: str
    ago: timedelta
    reason: str


@dataclass(frozen=True)
class Conversation:
    path: Path
    title: str
    language: str
    tags: tuple[str, ...]
    closing: Closing | None
    posts: tuple[Said, ...]

    @property
    def room(self) -> str:
        return self.path.parent.name

    @property
    def slug(self) -> str:
        return self.path.stem


@dataclass(frozen=True)
class _Piece:
    """A separator and what follows it, up to the next one."""

    line: int
    words: list[str]
    text: str


def read(path: Path) -> Conversation:
    """Read one file, or raise DemoTextError."""
    lines = path.read_text(encoding="utf-8").split("\n")
    first = next((n for n, line in enumerate(lines) if line.startswith(SEPARATOR)), None)
    if first is None:
        raise DemoTextError(path, len(lines), "there is no post. One begins with “--- Name · -3d 4h”.")
    header = _header(path, lines[:first])
    return Conversation(
        path=path,
        title=header["title"],
        language=_language(path, 1, header["language"]),
        tags=tuple(tag.strip() for tag in header.get("tags", "").split(",") if tag.strip()),
        closing=_closing(path, header["closed"]) if "closed" in header else None,
        posts=tuple(_posts(path, header["language"], list(_pieces(lines, first)))),
    )


def _header(path: Path, lines: list[str]) -> dict[str, str]:
    header: dict[str, str] = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        key, colon, value = line.partition(":")
        if not colon or key not in _KEYS or key in header or not value.strip():
            raise DemoTextError(
                path, number, f"a header is one of {', '.join(sorted(_KEYS))}, once, with a value."
            )
        header[key] = value.strip()
    if missing := _NEEDED - header.keys():
        raise DemoTextError(path, 1, f"the header lacks {', '.join(sorted(missing))}.")
    return header


def _pieces(lines: list[str], first: int) -> Iterator[_Piece]:
    starts = [n for n in range(first, len(lines)) if lines[n].startswith(SEPARATOR)]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        words = [word.strip() for word in lines[start].removeprefix(SEPARATOR).split(" · ")]
        yield _Piece(start + 1, words, "\n".join(lines[start + 1 : end]).strip())


def _posts(path: Path, language: str, pieces: list[_Piece]) -> Iterator[Said]:
    posts: list[Said] = []
    for piece in pieces:
        if not piece.text:
            raise DemoTextError(path, piece.line, "nothing stands below this line.")
        if piece.words[0] == "edit":
            posts.append(_edited(path, posts.pop() if posts else None, piece))
        else:
            posts.append(_said(path, language, len(posts) + 1, piece))
            _must_follow(path, posts)
    yield from posts


def _said(path: Path, language: str, number: int, piece: _Piece) -> Said:
    if len(piece.words) not in {2, 3}:
        raise DemoTextError(path, piece.line, "a post begins with “--- Name · -3d 4h”, then perhaps “ · fr”.")
    author, when = piece.words[:2]
    spoken = _language(path, piece.line, piece.words[2]) if len(piece.words) == 3 else language
    return Said(number, author, spoken, (Version(_ago(path, piece.line, when), piece.text),), piece.line)


def _edited(path: Path, post: Said | None, piece: _Piece) -> Said:
    if post is None or len(piece.words) != 2:
        raise DemoTextError(
            path, piece.line, "an edit stands below its post and begins with “--- edit · -3d”."
        )
    version = Version(_ago(path, piece.line, piece.words[1]), piece.text)
    if version.ago > post.versions[-1].ago:
        raise DemoTextError(path, piece.line, "this edit is older than what it changes.")
    return Said(post.number, post.author, post.language, (*post.versions, version), post.line)


def _must_follow(path: Path, posts: list[Said]) -> None:
    if len(posts) > 1 and posts[-1].ago > posts[-2].ago:
        raise DemoTextError(path, posts[-1].line, "this post is older than the one above.")


def _closing(path: Path, value: str) -> Closing:
    words = [word.strip() for word in value.split(" · ", 2)]
    if len(words) != 3:
        raise DemoTextError(path, 1, "closed says who, when and why: “closed: Name · -2d 3h · Solved.”")
    return Closing(words[0], _ago(path, 1, words[1]), words[2])


def _language(path: Path, line: int, code: str) -> str:
    if not languages.known(code):
        raise DemoTextError(path, line, f"“{code}” is no language we know.")
    return code


def _ago(path: Path, line: int, text: str) -> timedelta:
    try:
        return ago(text)
    except ValueError as problem:
        raise DemoTextError(path, line, problem) from problem


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

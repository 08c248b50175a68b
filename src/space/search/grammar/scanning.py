"""A text cut into pieces as they were typed: words, quotes, and what looks like a filter.

    word   -word   "a phrase"   -"a phrase"   name:value   name:"a value",other   -name:value

Quotes may be those of any language, the colon a wide one, the comma an Arabic or a Chinese one. Nothing is an error.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from space.kit.fields import tidy
from space.mediawiki.interwiki import is_prefix

# More than anybody writes: in the box, in an address, in a field.
LONGEST = 500
MOST_VALUES = 20
_LONGEST_WORD = 200
_QUOTES = {
    '"': '"', "“": "”“", "„": "“”", "”": "”", "«": "»", "»": "«", "「": "」", "『": "』", "＂": "＂",
}  # fmt: skip
COMMAS = ",،、，"
_PAIRS = ('""', "«»", "「」", "『』")
# Signs that only tell in which direction to write come along with copied text and mean nothing here.
_UNSEEN = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_NAME = re.compile(r"([^\s\d:：,،、，\"“”„«»「」『』＂/\\|()\[\]{}<>@#=?&%+*.!~^$_]{1,40})([:：])")
_RUN = re.compile(r"\S+")
_GAP = re.compile(r"\s*")
_BARE = re.compile(f"[^\\s{COMMAS}]+")
_TO_COMMA = re.compile(f"[^{COMMAS}]*")
_GAP_OR_COMMA = re.compile(f"[\\s{COMMAS}]*")
_PORT = re.compile(r"\d+(?!\S)")
_SCHEMES = frozenset({"http", "https", "mailto", "ftp", "irc", "ircs", "tel", "sms", "geo", "urn", "doi",
                      "isbn", "issn", "file", "git", "ssh", "magnet", "localhost", "re"})  # fmt: skip


@dataclass(frozen=True)
class Said:
    """A value as it was typed, and where it begins."""

    text: str
    start: int
    quoted: bool = False
    # The quote has its end.
    ended: bool = True


@dataclass(frozen=True)
class Piece:
    start: int
    end: int
    without: bool
    # Of a filter; else empty.
    name: str = ""
    values: tuple[Said, ...] = ()
    text: str = ""
    quoted: bool = False


def tidied(text: str) -> str:
    return _UNSEEN.sub("", tidy(text))[:LONGEST]


def pieces(text: str, is_operator: Callable[[str], bool]) -> Iterator[Piece]:
    """In their order. `is_operator` knows names; the others are filters only if they look like nothing else."""
    at = _after_gap(text, 0)
    while at < len(text):
        piece = _piece(text, at, is_operator)
        if piece.name or piece.text:
            yield piece
        at = _after_gap(text, max(piece.end, at + 1))


def values(text: str) -> list[str]:
    """Of a text that is nothing but values: between commas and quotes, with whatever spaces."""
    found, at = [], _after_gap(text, 0)
    while at < len(text):
        said, end = _quoted(text, at) if text[at] in _QUOTES else (None, at)
        if said is None:
            run = _TO_COMMA.match(text, end)
            words = run[0].strip() if run else ""
            said, end = Said(words[:_LONGEST_WORD], at), run.end() if run else end
        found.append(said.text)
        at = _GAP_OR_COMMA.match(text, end).end()  # type: ignore[union-attr]
    return list(filter(None, found))[:MOST_VALUES]


def bare(value: str) -> bool:
    """Whether a value can stand without quotes."""
    return value[:1] not in _QUOTES and _BARE.fullmatch(value) is not None


def in_quotes(text: str) -> str:
    """In quotes that it does not itself hold the end of."""
    fitting = (pair for pair in _PAIRS if pair[1] not in text)
    return text.join(next(fitting, _PAIRS[0]))


def is_name(text: str) -> bool:
    """Whether an operator can be called so."""
    found = _NAME.fullmatch(f"{text}:")
    return found is not None and not text.startswith("-")


def looks_like_a_filter(name: str, colon: str, rest: str) -> bool:
    """Of a name that nobody knows: not a note, an address, a time, a page of a wiki, a folder."""
    if colon != ":" or not rest or len(name) < 2 or name != name.lower() or name[0] == "-":
        return False
    if not _begins_a_value(rest) or _PORT.match(rest):
        return False
    letters = all(unicodedata.category(sign)[0] in "LM" or sign == "-" for sign in name)
    return letters and name not in _SCHEMES and not is_prefix(name)


def stands_bare_after_any_name(value: str) -> bool:
    return bare(value) and _begins_a_value(value) and not _PORT.fullmatch(value)


def _begins_a_value(rest: str) -> bool:
    return rest[0] in _QUOTES or unicodedata.category(rest[0])[0] in "LMN"


def _piece(text: str, start: int, is_operator: Callable[[str], bool]) -> Piece:
    following = text[start + 1 : start + 2]
    without = text[start] == "-" and bool(following.strip()) and following != "-"
    at = start + without
    if text[at] in _QUOTES:
        said, end = _quoted(text, at)
        return Piece(start, end, without, text=said.text if said else "", quoted=True)
    found = _NAME.match(text, at)
    if found:
        name, colon = found[1], found[2]
        if is_operator(name) or looks_like_a_filter(name, colon, text[found.end() :]):
            values, end = _values(text, found.end())
            if values or is_operator(name):
                return Piece(start, end, without, name=name, values=values)
    run = _RUN.match(text, at)
    end = run.end() if run else at + 1
    return Piece(start, end, without, text=text[at:end][:_LONGEST_WORD])


def _values(text: str, at: int) -> tuple[tuple[Said, ...], int]:
    found: list[Said] = []
    while at < len(text):
        said, end = _value(text, at)
        if said:
            found.append(said)
        if end >= len(text) or text[end] not in COMMAS:
            return tuple(found[:MOST_VALUES]), end
        at = end + 1
    return tuple(found[:MOST_VALUES]), at


def _value(text: str, at: int) -> tuple[Said | None, int]:
    if text[at] in _QUOTES:
        return _quoted(text, at)
    run = _BARE.match(text, at)
    return (Said(run[0][:_LONGEST_WORD], at), run.end()) if run else (None, at)


def _quoted(text: str, at: int) -> tuple[Said | None, int]:
    """What stands in quotes here. A plain quote that is never closed goes to the end; another is just a sign."""
    ends = [end for end in (text.find(sign, at + 1) for sign in _QUOTES[text[at]]) if end >= 0]
    if not ends and text[at] != '"':
        return None, at + 1
    end = min(ends, default=len(text))
    inside = " ".join(text[at + 1 : end].split())[:_LONGEST_WORD].rstrip()
    if all(pair[1] in inside for pair in _PAIRS):
        inside = " ".join(inside.replace('"', " ").split())
    said = Said(inside, at, quoted=True, ended=bool(ends)) if inside else None
    return said, min(end + 1, len(text))


def _after_gap(text: str, at: int) -> int:
    found = _GAP.match(text, at)
    return found.end() if found else at

"""Text as it is stored: NFC, without control characters that have no business in it."""

import re
import unicodedata

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")


def tidy(text: str) -> str:
    """NFC, unix line ends, no control characters; safe for PostgreSQL, which refuses NUL."""
    return unicodedata.normalize("NFC", _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n")))


def one_line(text: str) -> str:
    """The same, on one line with single spaces: for titles and names."""
    return " ".join(tidy(text).split())


def first_words(text: str, longest: int) -> str:
    """The beginning of a text in one line, cut after a word where there are spaces."""
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    cut = line[:longest]
    space = cut.rfind(" ")
    return (cut[:space] if space > longest // 2 else cut).rstrip(" ,;:.-–—") + "…"


def perceived_length(text: str) -> int:
    """Characters as a person counts them: combining marks, joiners and selectors add nothing.

    An approximation of UAX 29 that is right for every script we write limits for; a family emoji
    of four people counts as four.
    """
    unseen = {"Mn", "Me", "Cf"}
    return sum(unicodedata.category(character) not in unseen for character in text.strip())


def whole_number(typed: str | None, digits: int = 9) -> int | None:
    """A number of a form or an address, or None for what is none, or a longer one than anybody is asked for."""
    return int(typed) if typed and typed.isdecimal() and len(typed) <= digits else None

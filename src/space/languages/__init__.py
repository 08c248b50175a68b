"""Codes, names and directions of languages; which one a text is in; which one a reader wants."""

from space.languages.guessing import Guess, guess
from space.languages.marks import Mark, mark
from space.languages.negotiation import interface_languages, negotiate
from space.languages.table import (
    UNKNOWN,
    Language,
    autonym,
    bcp47,
    canonical,
    choices,
    direction,
    fallbacks,
    find,
    known,
    language,
)

__all__ = [
    "UNKNOWN",
    "Guess",
    "Language",
    "Mark",
    "autonym",
    "bcp47",
    "canonical",
    "choices",
    "direction",
    "fallbacks",
    "find",
    "guess",
    "interface_languages",
    "known",
    "language",
    "mark",
    "negotiate",
]

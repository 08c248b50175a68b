"""Codes, names and directions of languages; which one a text is in; which one a reader wants."""

from space.languages.choosing import ALL, MINE, Choice, choice, spelled, with_kin
from space.languages.guessing import Guess, guess
from space.languages.listing import comma, listed
from space.languages.marks import Mark, mark
from space.languages.names import find, named, offered
from space.languages.negotiation import asked_for, interface_languages, negotiate
from space.languages.regions import (
    WORLD,
    find_region,
    find_regions,
    region_name,
    regions,
    regions_like,
)
from space.languages.table import (
    UNKNOWN,
    Language,
    autonym,
    bcp47,
    canonical,
    choices,
    direction,
    fallbacks,
    known,
    language,
)

__all__ = [
    "ALL",
    "MINE",
    "UNKNOWN",
    "WORLD",
    "Choice",
    "Guess",
    "Language",
    "Mark",
    "asked_for",
    "autonym",
    "bcp47",
    "canonical",
    "choice",
    "choices",
    "comma",
    "direction",
    "fallbacks",
    "find",
    "find_region",
    "find_regions",
    "guess",
    "interface_languages",
    "known",
    "language",
    "listed",
    "mark",
    "named",
    "negotiate",
    "offered",
    "region_name",
    "regions",
    "regions_like",
    "spelled",
    "with_kin",
]

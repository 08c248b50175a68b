"""Text that people write, turned into HTML that is safe to show. Knows no models and asks no network."""

from space.markup.quoting import quotation
from space.markup.reading import FOLDED, excerpt_of, notes_in, text_of, veiled
from space.markup.rendering import VERSION, render
from space.markup.result import EXCERPT, File, Note, Quote, Rendered
from space.markup.source import LONGEST, tidy

__all__ = [
    "EXCERPT",
    "FOLDED",
    "LONGEST",
    "VERSION",
    "File",
    "Note",
    "Quote",
    "Rendered",
    "excerpt_of",
    "notes_in",
    "quotation",
    "render",
    "text_of",
    "tidy",
    "veiled",
]

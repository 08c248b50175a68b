"""Text that people write, turned into HTML that is safe to show. Knows no models and asks no network."""

from space.markup.quoting import quotation
from space.markup.reading import excerpt_of, text_of
from space.markup.rendering import VERSION, render
from space.markup.result import EXCERPT, File, Quote, Rendered
from space.markup.source import LONGEST, tidy

__all__ = [
    "EXCERPT",
    "LONGEST",
    "VERSION",
    "File",
    "Quote",
    "Rendered",
    "excerpt_of",
    "quotation",
    "render",
    "text_of",
    "tidy",
]

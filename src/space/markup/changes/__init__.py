"""How versions of a text differ, and how two changes of one text come together. Pure, and never slow."""

from space.markup.changes.lines import Fate, Line, compare_lines, words_changed
from space.markup.changes.merging import Both, Merged, Paragraph, is_clean, is_row, joined, merge
from space.markup.changes.rendered import compare

__all__ = [
    "Both",
    "Fate",
    "Line",
    "Merged",
    "Paragraph",
    "compare",
    "compare_lines",
    "is_clean",
    "is_row",
    "joined",
    "merge",
    "words_changed",
]

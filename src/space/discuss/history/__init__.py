"""How a post came to read as it does: its versions, and what changed between two of them."""

from space.discuss.history.differences import (
    Way,
    difference,
    in_language,
    rendered,
    titles_compared,
    what_changes,
)
from space.discuss.history.rows import Addresses, Rights, comparison, pager, rows
from space.discuss.history.versions import History, Version

__all__ = [
    "Addresses",
    "History",
    "Rights",
    "Version",
    "Way",
    "comparison",
    "difference",
    "in_language",
    "pager",
    "rendered",
    "rows",
    "titles_compared",
    "what_changes",
]

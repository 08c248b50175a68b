"""A clash of two edits as a text in which a person can settle it: both versions, and lines that say whose they are."""

import re
from collections.abc import Sequence

from django.utils.translation import pgettext

from space.discuss.names import named
from space.markup.changes import Both, Merged, is_row, joined

# Nobody begins a line with three of these.
_BEGIN, _END = "▼▼▼", "▲▲▲"
_OURS = re.compile(rf"^(?:{_BEGIN}|{_END}).*\n?", re.MULTILINE)


def to_settle(pieces: Merged, by: Sequence[str]) -> str:
    """The text for the form: where the two differ, that of these people and then what the editor typed."""
    theirs = named(by)
    return joined(pieces, lambda both: _told(both, theirs))


def settled(text: str) -> str:
    """Without our lines. Whoever leaves both versions keeps both."""
    return _OURS.sub("", text).strip()


def _told(both: Both, theirs: str) -> str:
    if not both.mine:
        only = pgettext("clash", "Only in the version of %(names)s:") % {"names": theirs}
        return f"{_BEGIN} {only}\n{both.theirs}\n{_END}"
    if not both.theirs:
        only = pgettext("clash", "Only in your version:")
        return f"{_BEGIN} {only}\n{both.mine}\n{_END}"
    wrote = pgettext("clash", "%(names)s wrote:") % {"names": theirs}
    yours = pgettext("clash", "You wrote:")
    between = "\n" if is_row(both.theirs) and is_row(both.mine) else "\n\n"
    return f"{_BEGIN} {wrote}\n{both.theirs}{between}{_BEGIN} {yours}\n{both.mine}\n{_END}"

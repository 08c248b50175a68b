"""A save meets another: what somebody began from, what they typed, and how the edition reads by now."""

from dataclasses import dataclass, fields, replace

from space.blog.models import Edition, Version
from space.blog.texts import Words
from space.kit.fields import one_line
from space.markup import tidy
from space.markup.changes import Merged, is_clean, joined, merge


@dataclass(frozen=True)
class Outcome:
    """What saving gives: both as one, or what two people made of the same."""

    typed: Words
    pieces: Merged
    words: Words
    # Who changed it meanwhile; names of the short fields on which the two do not agree.
    by: tuple[str, ...] = ()
    differ: frozenset[str] = frozenset()

    @property
    def is_clean(self) -> bool:
        return not self.differ and is_clean(self.pieces)


class Clash(Exception):
    """Two people changed the same. Nothing was saved: a person decides."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__()
        self.outcome = outcome


def put_together(edition: Edition, typed: Words, began: int | None) -> Outcome:
    """What these words make of the edition as it is now. Expects it fresh, with its current version."""
    typed = _tidy(typed)
    now = edition.current
    if now is None or began is None or began == now.number:
        return Outcome(typed, [], typed)
    base = edition.versions.filter(number=began).first()
    pieces = merge(base.source if base else None, typed.text, now.source)
    short = {name: _short(name, base or now, typed, now) for name in _SHORT}
    differ = frozenset(name for name, value in short.items() if value is None)
    kept = {name: getattr(typed, name) if value is None else value for name, value in short.items()}
    text = joined(pieces) if is_clean(pieces) else typed.text
    later = edition.versions.filter(number__gt=began).select_related("by").order_by("number")
    names = tuple(dict.fromkeys(one.by.name for one in later))
    return Outcome(typed, pieces, replace(typed, text=text, **kept), names, differ)


_SHORT = [field.name for field in fields(Words) if field.name != "text"]


def _short(name: str, base: Version, typed: Words, now: Version) -> str | None:
    """A field of one line: whoever changed it has it; None where both did, and not to the same."""
    was, mine, theirs = getattr(base, name), getattr(typed, name), getattr(now, name)
    if mine in (was, theirs):
        return str(theirs)
    return str(mine) if theirs == was else None


def _tidy(words: Words) -> Words:
    short = {name: one_line(getattr(words, name)) for name in _SHORT}
    return replace(words, text=tidy(words.text).strip(), **short)

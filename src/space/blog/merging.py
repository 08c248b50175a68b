"""A save meets another: what somebody began from, what they typed, and how the edition reads by now."""

from dataclasses import dataclass, fields, replace

from space.blog.models import Edition, Version
from space.blog.texts import Words
from space.kit.fields import one_line
from space.markup import tidy
from space.markup.changes import Both, Merged, Paragraph, is_clean, joined, merge


@dataclass(frozen=True)
class Outcome:
    """What saving gives: both as one, or what two people made of the same."""

    typed: Words
    pieces: Merged
    words: Words
    # Who changed it meanwhile; names of the short fields on which the two do not agree.
    by: tuple[str, ...] = ()
    differ: frozenset[str] = frozenset()
    # Of a translation: its text in parts, and what two people made of each.
    parts: list[str] | None = None
    slots: tuple[Merged, ...] = ()

    @property
    def is_clean(self) -> bool:
        return not self.differ and is_clean(self.pieces)


class Clash(Exception):
    """Two people changed the same. Nothing was saved: a person decides."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__()
        self.outcome = outcome


def put_together(
    edition: Edition, typed: Words, began: int | None, parts: list[str] | None = None
) -> Outcome:
    """What these words make of the edition as it is now. Expects it fresh, with its current version.

    `parts` is the text of a translation, a part for each block of the original: where all three have them, each part is
    put together by itself.
    """
    typed = _tidy(typed)
    now = edition.current
    if now is None or began is None or began == now.number:
        return Outcome(typed, [], typed, parts=parts)
    base = edition.versions.filter(number=began).first()
    slots = _slots(base, parts, now)
    pieces = [one for slot in slots for one in slot] if slots else []
    pieces = pieces or merge(base.source if base else None, typed.text, now.source)
    short = {name: _short(name, base or now, typed, now) for name in _SHORT}
    differ = frozenset(name for name, value in short.items() if value is None)
    kept = {name: getattr(typed, name) if value is None else value for name, value in short.items()}
    clean = is_clean(pieces)
    text = typed.text
    if clean:
        text = in_one([joined(slot) for slot in slots]) if slots else joined(pieces)
    later = edition.versions.filter(number__gt=began).select_related("by").order_by("number")
    names = tuple(dict.fromkeys(one.by.name for one in later))
    merged = [joined(slot) for slot in slots] if slots else None
    return Outcome(typed, pieces, replace(typed, text=text, **kept), names, differ, merged, tuple(slots))


def in_one(parts: list[str]) -> str:
    """The text of a translation. What is not translated yet is left out."""
    return "\n\n".join(part.strip() for part in parts if part.strip())


def _slots(base: Version | None, mine: list[str] | None, now: Version) -> list[Merged]:
    """What two people made of each part; nothing where the parts are not of the same text."""
    if base is None or mine is None or base.parts is None or now.parts is None:
        return []
    if base.follows != now.follows or len({len(base.parts), len(mine), len(now.parts)}) > 1:
        return []
    return [_slot(*three) for three in zip(base.parts, mine, now.parts, strict=True)]


def _slot(base: str, mine: str, theirs: str) -> Merged:
    if mine in (base, theirs):
        return [Paragraph(theirs)]
    if theirs == base:
        return [Paragraph(mine)]
    # Two who translated the same at the same time did not add to each other.
    return merge(base, mine, theirs) if base else [Both(theirs, mine)]


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

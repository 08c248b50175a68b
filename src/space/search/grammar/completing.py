"""What the filter could be that somebody is typing: names of operators, then their values."""

from collections.abc import Iterator
from dataclasses import dataclass

from space.accounts.readers import Reader
from space.kit.folding import folded
from space.search.grammar import operators, scanning
from space.search.grammar.operators import Offer, Operator
from space.search.grammar.printing import value_printed
from space.search.grammar.scanning import Piece

# So many are offered at once.
MOST = 8
_UNIT = "utf-16-le"


@dataclass(frozen=True)
class Suggestion:
    """What is shown, and what it puts into the text in place of what was typed."""

    kind: str
    name: str
    insert: str
    note: str = ""
    sign: str = ""
    tone: int = 0
    picture: str = ""
    lang: str = ""


@dataclass(frozen=True)
class Completed:
    """`start` is where in the text the typed part begins, counted as browsers count."""

    start: int
    found: list[Suggestion]


def complete(text: str, at: int, reader: Reader, here: str) -> Completed:
    """`at` is where the caret stands, counted as browsers count. What stands behind it plays no part."""
    before = text.encode(_UNIT, "surrogatepass")[: 2 * max(at, 0)].decode(_UNIT, "ignore")
    *_, last = [None, *scanning.pieces(before, lambda name: operators.called(name) is not None)]
    if last is None or last.end != len(before) or last.quoted:
        return Completed(at, [])
    start, found = _of_filter(last, before, reader, here) if last.name else _names(last)
    return Completed(len(before[:start].encode(_UNIT)) // 2, found)


def _names(piece: Piece) -> tuple[int, list[Suggestion]]:
    """A single letter of a to z begins too much to be asked about."""
    wanted = folded(piece.text)
    start = piece.start + piece.without
    if len(wanted) < 2 and wanted.isascii():
        return start, []
    found = [one for one in operators.offered() if any(name.startswith(wanted) for name in _called(one))]
    return start, [_operator(one) for one in found[:MOST]]


def _called(operator: Operator) -> list[str]:
    return [folded(str(operator.spoken)), operator.name, *operator.also]


def _operator(operator: Operator) -> Suggestion:
    name = f"{operators.name_of(operator)}:"
    return Suggestion("filter", name, name, note=str(operator.label))


def _of_filter(piece: Piece, before: str, reader: Reader, here: str) -> tuple[int, list[Suggestion]]:
    operator = operators.called(piece.name)
    if operator is None:
        return piece.end, []
    last = piece.values[-1] if piece.values else None
    is_begun = last is not None and before[-1] not in scanning.COMMAS
    if last is None or not is_begun:
        typed, start = "", len(before)
    elif last.quoted and last.ended:
        return piece.end, []
    else:
        typed, start = last.text, last.start
    chosen = {said.text for said in (piece.values[:-1] if is_begun else piece.values)}
    return start, list(_values(operator, typed, chosen, reader, here))[:MOST]


def _values(
    operator: Operator, typed: str, chosen: set[str], reader: Reader, here: str
) -> Iterator[Suggestion]:
    for offer in operator.offer(typed, reader):
        if offer.value not in chosen and here in operator.where(offer.key or offer.value):
            yield _value(offer)


def _value(offer: Offer) -> Suggestion:
    return Suggestion(
        offer.kind or "word",
        offer.label or offer.value,
        f"{value_printed(offer.value)} ",
        note=offer.note or (offer.value if offer.label else ""),
        sign=offer.sign,
        tone=offer.tone,
        picture=offer.picture,
        lang=offer.lang,
    )

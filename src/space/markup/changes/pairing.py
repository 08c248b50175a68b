"""Which paragraph of one text became which of the other: the same ones, and then those that are most alike."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from space.markup.changes.aligning import matching
from space.markup.changes.words import counted, likeness

# Less alike than this is another paragraph.
_ALIKE = 0.35
# So many are compared between two paragraphs that stayed, and in all.
_BETWEEN, _IN_ALL = 900, 20_000


class Pair(NamedTuple):
    """Places in the two texts. None where one of them has nothing."""

    a: int | None
    b: int | None


def paired(a: Sequence[str], b: Sequence[str], read: Callable[[str], str] = str) -> list[Pair]:
    """All of both sides, each once and in order. Of what stands between two pairs, what only `a` has comes first.

    `read` gives the words of one of them, where it is more than its words.
    """
    pairs: list[Pair] = []
    patience = _IN_ALL
    i = j = 0
    for same_a, same_b in [*matching(a, b), (len(a), len(b))]:
        of_a, of_b = range(i, same_a), range(j, same_b)
        work = len(of_a) * len(of_b)
        alike = _alike(a, b, of_a, of_b, read) if 0 < work <= min(_BETWEEN, patience) else []
        patience -= work if work <= _BETWEEN else 0
        pairs += _with_alike(of_a, of_b, alike)
        if same_a < len(a):
            pairs.append(Pair(same_a, same_b))
        i, j = same_a + 1, same_b + 1
    return pairs


def _with_alike(of_a: range, of_b: range, alike: list[tuple[int, int]]) -> list[Pair]:
    pairs: list[Pair] = []
    i, j = of_a.start, of_b.start
    for one, other in [*alike, (of_a.stop, of_b.stop)]:
        pairs += [Pair(place, None) for place in range(i, one)]
        pairs += [Pair(None, place) for place in range(j, other)]
        if one < of_a.stop:
            pairs.append(Pair(one, other))
        i, j = one + 1, other + 1
    return pairs


def _alike(
    a: Sequence[str], b: Sequence[str], of_a: range, of_b: range, read: Callable[[str], str]
) -> list[tuple[int, int]]:
    """The pairs, rising on both sides, that are alike enough and most alike together."""
    if len(of_a) == len(of_b) == 1:
        # One for one is a change, whatever it says now.
        return [(of_a[0], of_b[0])]
    words_a, words_b = [counted(read(a[i])) for i in of_a], [counted(read(b[j])) for j in of_b]
    worth = [[_worth(likeness(one, other)) for other in words_b] for one in words_a]
    best = _best(worth)
    pairs = []
    i = j = 0
    while i < len(of_a) and j < len(of_b):
        if worth[i][j] and best[i][j] == worth[i][j] + best[i + 1][j + 1]:
            pairs.append((of_a[i], of_b[j]))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _worth(alike: float) -> float:
    return alike if alike >= _ALIKE else 0.0


def _best(worth: list[list[float]]) -> list[list[float]]:
    """For each place on both sides, the most likeness that can be had from there on."""
    rows, columns = len(worth), len(worth[0])
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in reversed(range(rows)):
        for j in reversed(range(columns)):
            taken = worth[i][j] + best[i + 1][j + 1] if worth[i][j] else 0.0
            best[i][j] = max(taken, best[i + 1][j], best[i][j + 1])
    return best

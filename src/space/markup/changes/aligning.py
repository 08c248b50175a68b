"""What two sequences have in common, in order, found in bounded time.

Lines or words that each side has once are anchors (the longest rising run of them), again and again between the
anchors; what is left in between is small, and difflib looks at it. Hostile texts use up the patience: then the
rest counts as changed, which is true as well.
"""

import difflib
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

_PER_ITEM, _AT_LEAST = 40, 10_000_000


@dataclass(frozen=True, slots=True)
class _Range:
    a: int
    a_end: int
    b: int
    b_end: int

    @property
    def size(self) -> int:
        return (self.a_end - self.a) + (self.b_end - self.b)

    @property
    def is_one_sided(self) -> bool:
        return self.a == self.a_end or self.b == self.b_end


def matching(a: Sequence[Hashable], b: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Pairs of places where the same stands on both sides, rising on both."""
    found: list[tuple[int, int]] = []
    waiting = [_Range(0, len(a), 0, len(b))]
    patience = _AT_LEAST + _PER_ITEM * (len(a) + len(b))
    while waiting and patience > 0:
        part = _without_ends(a, b, waiting.pop(), found)
        if part.is_one_sided:
            continue
        patience -= part.size
        if anchors := _anchors(a, b, part):
            found += anchors
            waiting += _between(part, anchors)
        elif (cost := _cost(part)) <= patience:
            patience -= cost
            found += _small(a, b, part)
    return sorted(found)


def _without_ends(
    a: Sequence[Hashable], b: Sequence[Hashable], part: _Range, found: list[tuple[int, int]]
) -> _Range:
    """What is left when the same beginning and the same end are taken off."""
    i, i_end, j, j_end = part.a, part.a_end, part.b, part.b_end
    while i < i_end and j < j_end and a[i] == b[j]:
        found.append((i, j))
        i, j = i + 1, j + 1
    while i < i_end and j < j_end and a[i_end - 1] == b[j_end - 1]:
        i_end, j_end = i_end - 1, j_end - 1
        found.append((i_end, j_end))
    return _Range(i, i_end, j, j_end)


def _anchors(a: Sequence[Hashable], b: Sequence[Hashable], part: _Range) -> list[tuple[int, int]]:
    once_a, once_b = _once(a, part.a, part.a_end), _once(b, part.b, part.b_end)
    return _rising([(once_a[item], once_b[item]) for item in once_a if item in once_b])


def _once(items: Sequence[Hashable], start: int, end: int) -> dict[Hashable, int]:
    """Where those stand that stand there a single time, from the first on."""
    times = Counter(items[start:end])
    return {items[place]: place for place in range(start, end) if times[items[place]] == 1}


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest part of pairs, which rise on the first side, that rises on the second as well."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for number, (_, place) in enumerate(pairs):
        where = bisect_left(ends, place)
        before.append(last[where - 1] if where else -1)
        ends[where : where + 1] = [place]
        last[where : where + 1] = [number]
    chosen: list[tuple[int, int]] = []
    at = last[-1] if last else -1
    while at >= 0:
        chosen.append(pairs[at])
        at = before[at]
    return chosen[::-1]


def _between(part: _Range, anchors: list[tuple[int, int]]) -> list[_Range]:
    starts = [(part.a, part.b), *((i + 1, j + 1) for i, j in anchors)]
    ends = [*anchors, (part.a_end, part.b_end)]
    ranges = [_Range(i, i_end, j, j_end) for (i, j), (i_end, j_end) in zip(starts, ends, strict=True)]
    return [one for one in ranges if not one.is_one_sided]


def _cost(part: _Range) -> int:
    """How much difflib may have to look at, at the worst: it begins anew for each run that it finds."""
    a, b = part.a_end - part.a, part.b_end - part.b
    return a * b * (1 + min(a, b) // 50)


def _small(a: Sequence[Hashable], b: Sequence[Hashable], part: _Range) -> list[tuple[int, int]]:
    left, right = a[part.a : part.a_end], b[part.b : part.b_end]
    runs = difflib.SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks()
    return [(part.a + i + step, part.b + j + step) for i, j, length in runs for step in range(length)]


def without_lone_spaces(
    same: list[tuple[int, int]], is_space: Callable[[int], bool]
) -> list[tuple[int, int]]:
    """The pairs but for spaces between words that went: easier to read as gone with them. Asks of the first side."""
    kept = []
    for number, (a, b) in enumerate(same):
        joins_before = number > 0 and same[number - 1] == (a - 1, b - 1)
        joins_after = number + 1 < len(same) and same[number + 1] == (a + 1, b + 1)
        if joins_before or joins_after or not is_space(a):
            kept.append((a, b))
    return kept

"""How well a document fits a question: BM25, by which rare words weigh more, and long texts less."""

from bisect import bisect
from collections.abc import Sequence
from itertools import accumulate, pairwise
from math import log

# How soon more of the same word says no more, and how much the length of a text matters.
K1, B = 1.2, 0.6
# What a word adds that stands in the title, as a part of its rarity.
TITLE = 1.0
# What PostgreSQL says of a word that stands in a text so many times: ts_rank is a sum of 1/n², divided by all of it.
_ALL = 1.64493406685
_RANKS = list(accumulate(1 / (n * n) / _ALL for n in range(1, 256)))
_BETWEEN = [(one + other) / 2 for one, other in pairwise(_RANKS)]


def times(rank: float) -> int:
    """How many times a word stands in a text, from what ts_rank says of it."""
    return bisect(_BETWEEN, rank) + 1 if rank > 0 else 0


def rarity(documents: int, of: int) -> float:
    """What a word says that stands in so many documents of all."""
    return log(1 + (max(of, documents) - documents + 0.5) / (documents + 0.5))


def bm25(counts: Sequence[float], rarities: Sequence[float], length: int, average: float) -> float:
    """The one place where a text is weighed."""
    norm = K1 * (1 - B + B * length / max(average, 1.0))
    return sum(
        rare * count * (K1 + 1) / (count + norm)
        for count, rare in zip(counts, rarities, strict=True)
        if count
    )

"""Instant run-off, step by step. Options are known by their ids, ballots by how often each order was given."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

# How often each order of preference was given: whose it is, is not known here.
Orders: TypeAlias = Mapping[tuple[int, ...], int]


@dataclass(frozen=True)
class Round:
    """How votes stand in one round; then who is out, and where their votes go (None: no choice is left)."""

    votes: dict[int, int]
    exhausted: int
    out: tuple[int, ...] = ()
    moved: Mapping[int | None, int] = field(default_factory=dict)
    # Where a tie had to be broken: who had as few votes, and the round (from 0) that told them apart, if one did.
    tied: tuple[int, ...] = ()
    told_apart_in: int | None = None


@dataclass(frozen=True)
class Runoff:
    rounds: tuple[Round, ...]
    winner: int | None


def runoff(options: Sequence[int], orders: Orders) -> Runoff:
    """Who has more than half of the votes that still have a choice wins; until then the weakest goes out.

    A tie is broken by the first round in which the tied had different votes (who had fewest is out), else by
    their order in the poll (the last is out). Options that nobody puts first go out together: they have no
    votes to hand on, so one after the other would end the same.
    """
    left = list(options)
    rounds: list[Round] = []
    while left and orders:
        now = _stand(left, orders)
        rounds.append(now)
        winner = next((option for option, votes in now.votes.items() if _is_majority(votes, now)), None)
        if winner is not None:
            return Runoff(tuple(rounds), winner)
        rounds[-1] = _after(_out_of(now, rounds[:-1]), orders)
        left = [option for option in left if option not in rounds[-1].out]
    return Runoff(tuple(rounds), None)


def _stand(left: Sequence[int], orders: Orders) -> Round:
    tops: Counter[int | None] = Counter()
    still = frozenset(left)
    for order, times in orders.items():
        tops[_top(order, still)] += times
    return Round({option: tops[option] for option in left}, exhausted=tops[None])


def _top(order: tuple[int, ...], left: Collection[int]) -> int | None:
    return next((option for option in order if option in left), None)


def _is_majority(votes: int, now: Round) -> bool:
    return votes * 2 > sum(now.votes.values())


def _out_of(now: Round, before: Sequence[Round]) -> Round:
    """The round with who is out after it."""
    fewest = min(now.votes.values())
    weakest = tuple(option for option, votes in now.votes.items() if votes == fewest)
    if fewest == 0 or len(weakest) == 1:
        return replace(now, out=weakest)
    tied = weakest
    for number, earlier in enumerate(before):
        tied, told = _fewest_in(earlier, tied), tied
        if len(tied) == 1:
            return replace(now, out=tied, tied=told, told_apart_in=number)
    return replace(now, out=tied[-1:], tied=tied)


def _fewest_in(earlier: Round, tied: tuple[int, ...]) -> tuple[int, ...]:
    fewest = min(earlier.votes[option] for option in tied)
    return tuple(option for option in tied if earlier.votes[option] == fewest)


def _after(now: Round, orders: Orders) -> Round:
    """The round with where the votes go of who is out."""
    here, stay = frozenset(now.votes), frozenset(now.votes) - frozenset(now.out)
    moved: Counter[int | None] = Counter()
    for order, times in orders.items():
        if _top(order, here) in now.out:
            moved[_top(order, stay)] += times
    return replace(now, moved=dict(moved))

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from space.discuss.polls.runoff import Runoff, runoff

A, B, C, D = OPTIONS = 1, 2, 3, 4


def counted(*ballots: tuple[int, ...], options: tuple[int, ...] = OPTIONS) -> Runoff:
    return runoff(options, Counter(ballots))


def outs(run: Runoff) -> list[tuple[int, ...]]:
    return [one.out for one in run.rounds]


def test_nobody_voted_so_nobody_is_in_front():
    assert counted() == Runoff((), None)


def test_more_than_half_of_the_first_choices_wins_at_once():
    run = counted((A, B), (A, C), (A,), (B, A), (C,))

    assert (run.winner, len(run.rounds)) == (A, 1)
    assert run.rounds[0].votes == {A: 3, B: 1, C: 1, D: 0}
    assert outs(run) == [()]


def test_the_weakest_is_out_and_its_votes_go_to_the_next_choice():
    run = counted(*[(A,)] * 4, *[(B,)] * 3, (C, B), (C, B), options=(A, B, C))

    assert run.winner == B
    assert outs(run) == [(C,), ()]
    assert run.rounds[0].moved == {B: 2}
    assert run.rounds[1].votes == {A: 4, B: 5}


def test_half_is_not_more_than_half():
    assert counted((A,), (A,), (B,), (C,), options=(A, B, C)).rounds[0].out != ()


def test_a_ballot_without_a_choice_left_is_told_and_no_longer_counts():
    run = counted((A,), (A,), (A,), (B,), (B,), (C,), options=(A, B, C))

    assert run.rounds[0].moved == {None: 1}
    assert run.rounds[1].exhausted == 1
    assert run.winner == A, "three of the five that still count"


def test_options_that_nobody_puts_first_go_out_together():
    run = counted((A, C), (B, D), (A,), (B,))

    assert outs(run)[0] == (C, D)
    assert run.rounds[0].moved == {}


def test_a_tie_is_broken_by_the_first_round_in_which_they_differed():
    ballots = [*[(A,)] * 5, *[(B,)] * 4, *[(C,)] * 3, (D, C), *[(5, A)] * 1]
    run = counted(*ballots, options=(A, B, C, D, 5))
    tie = next(one for one in run.rounds if set(one.tied) == {B, C})

    assert tie.votes[B] == tie.votes[C] == 4
    assert (tie.out, tie.told_apart_in) == ((C,), 0), "C had fewer first preferences"


def test_a_tie_in_every_round_is_broken_by_the_order_of_the_poll():
    run = counted((A,), (B,), options=(A, B))

    assert (run.rounds[0].tied, run.rounds[0].told_apart_in) == ((A, B), None)
    assert outs(run)[0] == (B,)
    assert run.winner == A
    assert counted((A,), (B,), options=(B, A)).winner == B


ballots = st.lists(st.lists(st.sampled_from(range(6)), unique=True, min_size=1).map(tuple), max_size=30)
everything = given(ballots=ballots, options=st.permutations(range(6)))


@everything
def test_who_has_a_majority_of_first_choices_wins_in_round_one(ballots, options):
    run = runoff(options, Counter(ballots))
    firsts = Counter(ballot[0] for ballot in ballots)
    for option, votes in firsts.items():
        if votes * 2 > len(ballots):
            assert (run.winner, len(run.rounds)) == (option, 1)


@everything
def test_each_ballot_counts_once_in_each_round_or_is_exhausted(ballots, options):
    for one in runoff(options, Counter(ballots)).rounds:
        assert sum(one.votes.values()) + one.exhausted == len(ballots)
        assert sum(one.moved.values()) == sum(one.votes[option] for option in one.out)


@everything
def test_what_moves_after_a_round_is_what_the_next_one_has_more(ballots, options):
    rounds = runoff(options, Counter(ballots)).rounds
    for now, following in pairwise(rounds):
        gained = {option: now.moved.get(option, 0) for option in following.votes}
        assert following.votes == {option: now.votes[option] + gained[option] for option in gained}
        assert following.exhausted == now.exhausted + now.moved.get(None, 0)


@everything
def test_what_is_out_never_returns_and_somebody_goes_in_each_round_but_the_last(ballots, options):
    run = runoff(options, Counter(ballots))
    gone: set[int] = set()
    for one in run.rounds:
        assert set(one.votes) == set(options) - gone
        gone |= set(one.out)
    assert all(one.out for one in run.rounds[:-1])
    assert (run.winner is None) == (not ballots)
    assert run.winner not in gone


@given(ballots=ballots, options=st.permutations(range(6)), random=st.randoms(use_true_random=False))
def test_the_order_in_which_ballots_came_does_not_matter(ballots, options, random):
    shuffled = list(ballots)
    random.shuffle(shuffled)

    assert runoff(options, Counter(ballots)) == runoff(options, Counter(shuffled))


@pytest.mark.parametrize("options", [20])
def test_many_long_ballots_are_counted_quickly(options):
    orders = {tuple((start + step) % options for step in range(options)): 500 for start in range(options)}

    assert runoff(range(options), orders).winner is not None

"""The poll of a first post: its question, its way, its options and votes."""

from collections.abc import Iterable
from datetime import timedelta

from space.pages.demo.texts.header import Header, Line
from space.pages.demo.texts.mistakes import BETWEEN, Place
from space.pages.demo.texts.told import Poll, Said, Vote

_WAYS = {"single", "several", "ranked"}
_BALLOTS = {"open", "secret"}
_RESULTS = {"always", "after voting", "after closing"}


def poll(header: Header, posts: tuple[Said, ...]) -> Poll | None:
    if not (asked := header.one("poll")):
        _nothing_without_a_poll(header)
        return None
    if not (line := header.one("poll-way")):
        raise asked.place.wrong("a poll needs a “poll-way: single · open · always”.")
    options = header.all("option")
    if len({option.value for option in options}) < max(2, len(options)):
        raise asked.place.wrong("a poll needs two options at least, each different.")
    way, ballots, results, *when = _way(line)
    closes_in = _from_now(line.place, when[0]) if when else None
    if closes_in and -closes_in > posts[0].ago:
        raise line.place.wrong("the poll closed before it was asked.")
    return Poll(
        question=asked.value,
        way=way,
        is_secret=ballots == "secret",
        results=results,
        closes_in=closes_in,
        options=tuple(option.value for option in options),
        votes=_votes(header.all("vote"), way, len(options)),
    )


def _nothing_without_a_poll(header: Header) -> None:
    for key in ("poll-way", "option", "vote"):
        if line := header.one(key):
            raise line.place.wrong(f"“{key}” needs a “poll”.")


def _way(line: Line) -> list[str]:
    words = [word.strip() for word in line.value.split(BETWEEN)]
    known = (_WAYS, _BALLOTS, _RESULTS)
    if len(words) not in {3, 4} or any(
        word not in choices for word, choices in zip(words, known, strict=False)
    ):
        raise line.place.wrong(
            "poll-way is single, several or ranked · open or secret · always, after voting or after closing"
            " · perhaps when it closed (-2d) or closes (+3d)."
        )
    return words


def _from_now(place: Place, text: str) -> timedelta:
    return place.ahead(text) if text.startswith("+") else -place.ago(text)


def _votes(lines: Iterable[Line], way: str, options: int) -> tuple[Vote, ...]:
    votes: dict[str, Vote] = {}
    for line in lines:
        vote = _vote(line, options)
        if vote.by in votes:
            raise line.place.wrong(f"{vote.by} has voted already.")
        if way == "single" and len(vote.choices) > 1:
            raise line.place.wrong("this poll lets one choose a single option.")
        votes[vote.by] = vote
    return tuple(votes.values())


def _vote(line: Line, options: int) -> Vote:
    by, dot, chosen = line.value.rpartition(BETWEEN)
    if not dot:
        raise line.place.wrong("a vote says who and which options: “vote: Name · 1, 3”.")
    choices = tuple(line.place.number(n.strip(), options, "option") for n in chosen.split(","))
    if len(set(choices)) < len(choices):
        raise line.place.wrong("this vote names an option twice.")
    return Vote(by, choices)

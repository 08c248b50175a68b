"""An instant run-off in words: each round with who is out, why, and where the votes went."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import npgettext, pgettext

from space.discuss.models import Option
from space.discuss.polls.runoff import Round, Runoff

Texts = Mapping[int, str]


def steps(options: Sequence[Option], run: Runoff) -> dict[str, Any]:
    texts = {option.pk: option.text for option in options}
    return {
        "winner": texts.get(run.winner or 0, ""),
        "rounds": [
            {
                "number": number,
                "rows": [_row(option, one, texts, run) for option in one.votes],
                "exhausted": one.exhausted,
                "exhausted_gains": _gain(one.moved.get(None, 0)),
                "tie": _tie(one, texts),
            }
            for number, one in enumerate(run.rounds, start=1)
        ],
    }


def _row(option: int, one: Round, texts: Texts, run: Runoff) -> dict[str, Any]:
    wins = option == run.winner and one is run.rounds[-1]
    return {
        "text": texts[option],
        "votes": one.votes[option],
        "out": option in one.out,
        "wins": wins,
        "gains": _gain(one.moved.get(option, 0)),
    }


def _gain(votes: int) -> str:
    if not votes:
        return ""
    return npgettext("poll", "gets %(n)d vote", "gets %(n)d votes", votes) % {"n": votes}


def _tie(one: Round, texts: Texts) -> str:
    """How it was decided which of several weakest options is out."""
    if not one.tied:
        return ""
    comma = mark_safe(pgettext("between options of a poll", ", "))
    tied = format_html_join(comma, "<bdi>{}</bdi>", ((texts[option],) for option in one.tied))
    out = format_html("<bdi>{}</bdi>", texts[one.out[0]])
    if one.told_apart_in is not None:
        told = pgettext(
            "poll", "Equally few votes: {tied}. Out is {out}, which had the fewest of them in round {n}."
        )
        return format_html(told, tied=tied, out=out, n=one.told_apart_in + 1)
    told = pgettext(
        "poll",
        "Equally few votes, in all rounds before too: {tied}. Out is {out}, which stands last in the poll.",
    )
    return format_html(told, tied=tied, out=out)

"""Results of a poll: the same for everybody who may see them, so they are kept; one's own choice is filled in."""

import re
from collections import Counter
from typing import Any, NamedTuple

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import F, Window
from django.db.models.functions import RowNumber
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, pgettext

from space.accounts.faces import face
from space.discuss.models import Ballot, Choice, Option, Poll, Way
from space.discuss.polls.finding import Asked
from space.discuss.polls.runoff import Orders, Runoff, runoff
from space.discuss.polls.steps import steps
from space.web import fragments

# Where "your choice" stands in kept results, if it is.
_MINE = "\x01{}\x01"
_GAP = re.compile("\x01([0-9]+)\x01")
# Of each option; the page of all votes has the others.
NAMES = 40


def results_html(asked: Asked, text: dict[str, str]) -> SafeString:
    """Expects that the reader may see them. `text`: language and direction of what the poll says."""
    poll = asked.poll
    key = (poll.pk, poll.version, poll.is_closed)

    def build(_: object) -> dict[tuple[int, int, bool], str]:
        return {key: render_to_string("discuss/_poll_results.html", {**text, **_counted(asked)})}

    html = fragments.kept("poll", [key], build, language=get_language() or "")[key]
    return mark_safe(_GAP.sub(lambda gap: _my_choice(asked, int(gap[1])), html))


def _my_choice(asked: Asked, option: int) -> str:
    rank = asked.mine.get(option)
    if not rank:
        return ""
    told = pgettext("poll", "your choice")
    if asked.poll.way == Way.RANKED:
        told = pgettext("poll", "your choice no. %(n)d") % {"n": rank}
    return render_to_string("discuss/_poll_mine.html", {"told": told})


def _counted(asked: Asked) -> dict[str, Any]:
    poll = asked.poll
    if poll.way == Way.RANKED:
        run = runoff([option.pk for option in asked.options], _orders(poll))
        counted = {"rows": _rows_of_runoff(asked, run), **steps(asked.options, run)}
    else:
        counted = {"rows": [_row(option, option.votes, poll.voters) for option in asked.options]}
    return {
        **counted,
        "voters": poll.voters,
        "closed": poll.is_closed,
        "several": poll.way == Way.SEVERAL,
        "ranked": poll.way == Way.RANKED,
        "names": [] if poll.secret else _names(asked),
        "votes_url": reverse("discuss:poll_votes", args=[poll.pk]),
    }


def _row(option: Option, votes: int, of: int, note: str = "") -> dict[str, Any]:
    share = percent(votes, of)
    return {
        "text": option.text,
        "votes": votes,
        "share": share,
        "told": pgettext("share", "%(n)d%%") % {"n": share},
        "note": note,
        "mine": _MINE.format(option.pk),
    }


def percent(votes: int, of: int) -> int:
    """Whole, a half goes up; of nothing it is nothing."""
    return (200 * votes + of) // (2 * of) if of else 0


def _rows_of_runoff(asked: Asked, run: Runoff) -> list[dict[str, Any]]:
    """Who lasted longest stands first, each with the votes of its last round."""
    last = {option: number for number, one in enumerate(run.rounds) for option in one.votes}
    if not last:
        return [_row(option, 0, 0) for option in asked.options]

    def standing(option: Option) -> tuple[int, int]:
        number = last[option.pk]
        return -number, -run.rounds[number].votes[option.pk]

    rows = []
    for option in sorted(asked.options, key=standing):
        number = last[option.pk]
        one = run.rounds[number]
        rows.append(_row(option, one.votes[option.pk], sum(one.votes.values()), _end(option, run, number)))
    return rows


def _end(option: Option, run: Runoff, number: int) -> str:
    if option.pk == run.winner:
        return pgettext("poll", "more than half in round %(n)d") % {"n": number + 1}
    if option.pk in run.rounds[number].out:
        return pgettext("poll", "out in round %(n)d") % {"n": number + 1}
    return ""


def _orders(poll: Poll) -> Orders:
    """How often each order was given. Whose it is, is not asked for."""
    ballots = Ballot.objects.filter(poll=poll).order_by()
    order = ArrayAgg("choices__option", order_by="choices__rank")
    return Counter(tuple(found) for found in ballots.annotate(order=order).values_list("order", flat=True))


class Chosen(NamedTuple):
    option: int
    person: int
    name: str


def _names(asked: Asked) -> list[dict[str, Any]]:
    """Who chose each option (with ranked: put it first), as far as there is room. For open polls alone."""
    place = Window(RowNumber(), partition_by=F("option"), order_by=[F("ballot__at"), F("pk")])
    known = Choice.objects.filter(ballot__poll=asked.poll, ballot__person__isnull=False)
    found = known.filter(rank=1).annotate(place=place)
    rows = found.filter(place__lte=NAMES).order_by("option", "place")
    chosen = [Chosen(*row) for row in rows.values_list("option", "ballot__person", "ballot__person__name")]
    told = []
    for option in asked.options:
        people = [vars(face(one.person, one.name)) for one in chosen if one.option == option.pk]
        told.append({"text": option.text, "people": people, "more": max(option.votes - len(people), 0)})
    return told

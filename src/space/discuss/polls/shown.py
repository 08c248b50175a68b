"""All that a poll's place on the page says to one reader, ready-made for its partial."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.template.context_processors import csrf
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import formats, timezone
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import npgettext, pgettext

from space.accounts.readers import Reader
from space.accounts.requests import Request
from space.discuss.models import Option, Poll, Way
from space.discuss.permissions import (
    can_change_poll,
    can_close_poll,
    can_reopen_poll,
    can_vote,
    sees_results,
)
from space.discuss.polls.finding import Asked
from space.discuss.polls.results import results_html
from space.kit.rules import Refusal
from space.languages import mark
from space.web.times import iso

# With fewer votes than this, a secret poll says that people may guess.
FEW = 5


def poll_html(
    asked: Asked, request: Request, *, said: str = "", error: str = "", typed: Mapping[int, int] | None = None
) -> SafeString:
    """The poll for this reader. `said` and `error`: what became of what they have just sent; `typed`: what that was."""
    shown = poll_shown(asked, request.reader) | {"said": said, "error": error}
    if typed is not None:
        shown["options"] = _options(asked, typed)
    # Only a form asks for the token: a page for everybody holds none, and no cookie comes with it.
    return render_to_string("discuss/_poll.html", {"poll": shown, **csrf(request)})


def poll_shown(asked: Asked, reader: Reader) -> dict[str, Any]:
    poll = asked.poll
    may_vote, sees = can_vote(reader, poll), sees_results(poll, voted=bool(asked.mine))
    text = _text(poll)
    return {
        **text,
        "pk": poll.pk,
        "url": poll.post.get_absolute_url(),
        "question": poll.question,
        "facts": _facts(poll),
        "closing": _closing(poll),
        "options": _options(asked, asked.mine),
        "mine": [option for option in _options(asked, asked.mine) if option["rank"]],
        "ranked": poll.way == Way.RANKED,
        "kind": "radio" if poll.way == Way.SINGLE else "checkbox",
        "how": _how(poll),
        "voted": bool(asked.mine),
        "may_vote": bool(may_vote),
        "is_open": not poll.is_closed,
        "to_sign_in": not poll.is_closed and not reader.is_authenticated,
        "refused": "" if may_vote or poll.is_closed else _reason(may_vote),
        "results": results_html(asked, text) if sees else "",
        "no_results": _reason(sees),
        "few": _few(poll),
        **_doors(poll, reader),
    }


def _text(poll: Poll) -> dict[str, str]:
    language = poll.post.language
    return mark(language)._asdict()


def _options(asked: Asked, chosen: Mapping[int, int]) -> list[dict[str, Any]]:
    ranks = range(1, len(asked.options) + 1) if asked.poll.way == Way.RANKED else ()

    def told(option: Option) -> dict[str, Any]:
        rank = chosen.get(option.pk, 0)
        places = [{"n": n, "is_this": n == rank} for n in ranks]
        return {"pk": option.pk, "text": option.text, "rank": rank, "places": places}

    return [told(option) for option in asked.options]


def _facts(poll: Poll) -> list[str]:
    """Short: how one votes, who sees it, how many have."""
    return [
        str(Way(poll.way).label),
        pgettext("poll", "Secret") if poll.secret else pgettext("poll", "Open"),
        npgettext("poll", "%(n)d vote", "%(n)d votes", poll.voters) % {"n": poll.voters},
    ]


def _how(poll: Poll) -> str:
    """What to do, and who will see it."""
    if poll.way == Way.RANKED:
        what = pgettext("poll", "Give 1 to what you like best, then 2, 3 … Leave out what you do not want.")
    elif poll.way == Way.SINGLE:
        what = pgettext("poll", "Choose one.")
    elif poll.at_most:
        what = npgettext("poll", "Choose %(n)d.", "Choose up to %(n)d.", poll.at_most) % {"n": poll.at_most}
    else:
        what = pgettext("poll", "Choose as many as you like.")
    if poll.secret:
        who = pgettext("poll", "Nobody sees what you chose, not even moderators.")
    else:
        who = pgettext("poll", "Your name will stand beside what you chose.")
    return f"{what} {who}"


def _few(poll: Poll) -> str:
    """A secret that is honest about how well it is kept."""
    if not poll.secret or poll.voters >= FEW:
        return ""
    if not poll.voters:
        return pgettext("poll", "While only a few have voted, people may guess who chose what.")
    told = npgettext(
        "poll",
        "With %(n)d vote people may guess who chose what.",
        "With %(n)d votes people may guess who chose what.",
        poll.voters,
    )
    return told % {"n": poll.voters}


def _closing(poll: Poll) -> dict[str, Any]:
    """When it closes, or closed; a poll that ended with its topic has no moment of its own."""
    if poll.has_ended:
        return {"is_over": True, **_moment(poll.closed_at or poll.closes_at)}
    if poll.is_closed:
        return {"is_over": True}
    return _moment(poll.closes_at)


def _moment(moment: datetime | None) -> dict[str, Any]:
    if moment is None:
        return {}
    here = timezone.localtime(moment)
    zone = here.tzname() or ""
    # Many zones have no name of their own, only a distance.
    named = zone if zone.isalpha() else f"UTC{zone}"
    return {"iso": iso(moment), "time": f"{formats.date_format(here, 'DATETIME_FORMAT')} {named}"}


def _reason(verdict: object) -> str | Promise:
    return verdict.reason if isinstance(verdict, Refusal) else ""


def _doors(poll: Poll, reader: Reader) -> dict[str, str]:
    """Addresses of what this reader may do with the poll itself; empty where they may not."""
    rules = {"change": can_change_poll, "close": can_close_poll, "reopen": can_reopen_poll}
    may = {name: bool(reader.is_authenticated and rule(reader, poll)) for name, rule in rules.items()}
    may["reopen"] = may["reopen"] and poll.has_ended
    doors = {
        f"{name}_url": reverse(f"discuss:poll_{name}", args=[poll.pk]) if may[name] else "" for name in rules
    }
    return {**doors, "vote_url": reverse("discuss:poll_vote", args=[poll.pk])}

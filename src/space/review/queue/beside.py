"""What stands around the queue: its tabs, and what is told beside it. Nothing is counted further than anybody reads."""

from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator
from django.utils.translation import npgettext, pgettext

from space.accounts.readers import Reader
from space.kit import clock
from space.kit.gathering import short
from space.languages import autonym, listed
from space.review.models import AGREES
from space.review.models.counted import MOST
from space.review.permissions import can_keep_answers, can_open_team_room, can_watch_words
from space.review.queue.counted import DECIDED, WORDS, Numbers, numbers_for
from space.review.queue.wanted import APPEALS, DONE, FLAGS, HELD, Asked
from space.web.skeletons import filled
from space.web.times import ago


def around(asked: Asked, reader: Reader, token: str) -> dict[str, SafeString]:
    """The head of the queue with its tabs, and what stands beside it. `token` is for the form that opens a room."""
    numbers = numbers_for(reader)
    head = {
        "tabs": _tabs(asked, numbers),
        "answers": bool(can_keep_answers(reader)),
        "words": bool(can_watch_words(reader)),
    }
    side = {
        "oldest": ago(numbers.oldest, clock.now()) if numbers.oldest else "",
        **_today(numbers),
        **_moderators(numbers),
        **_team(numbers, reader),
        "appeal": _appeal(numbers) if asked.tab != APPEALS else None,
        "token": token,
    }
    return {
        "head": mark_safe(filled("review/_queue_head.html", "head", head)),
        "side": mark_safe(filled("review/_beside.html", "side", side)),
    }


def _tabs(asked: Asked, numbers: Numbers) -> list[dict[str, Any]]:
    counts = {FLAGS: numbers.flags, HELD: numbers.held, APPEALS: numbers.appeals}
    labels = {
        FLAGS: pgettext("review queue", "Flags"),
        HELD: pgettext("review queue", "Held"),
        APPEALS: pgettext("review queue", "Appeals"),
        DONE: pgettext("review queue", "Done"),
    }
    return [
        {
            "label": label,
            "url": asked.but(tab=tab).url,
            "current": tab == asked.tab,
            "count": short(counts.get(tab, 0), MOST),
            "hot": tab == FLAGS,
        }
        for tab, label in labels.items()
    ]


def _team(numbers: Numbers, reader: Reader) -> dict[str, Any]:
    """The way to the team's room for who is in it; where there is none, administrators can open it."""
    group, slug = numbers.room[0] if numbers.room else (0, "")
    return {
        "team_url": reverse("groups:group", args=[slug]) if group in reader.groups else "",
        "opens_team": not numbers.room and bool(can_open_team_room(reader)),
    }


def _today(numbers: Numbers) -> dict[str, str]:
    """What was decided in the last day; of very much the last."""
    did = numbers.decided[:DECIDED]
    agreed = sum(one in AGREES for one in did)
    decided = npgettext("review queue", "%(n)d decided today", "%(n)d decided today", len(did))
    told = pgettext("review queue", "%(agreed)d agreed, %(kept)d kept")
    if len(numbers.decided) > DECIDED:
        decided = pgettext("review queue", "More than %(n)d decided today")
        told = pgettext("review queue", "Of the last %(n)d: %(agreed)d agreed, %(kept)d kept")
    said = {"n": len(did), "agreed": agreed, "kept": len(did) - agreed}
    return {"decided": decided % said, "agreed": told % said}


def _moderators(numbers: Numbers) -> dict[str, str]:
    """How many look after the whole place, and what they read."""
    spoken = [codes for (codes,) in numbers.moderators]
    codes = sorted({code for one in spoken for code in one})
    told = npgettext("review queue", "%(n)d moderator here", "%(n)d moderators here", len(spoken))
    return {"moderators": told % {"n": len(spoken)}, "spoken": listed(autonym(code) for code in codes[:12])}


def _appeal(numbers: Numbers) -> dict[str, str] | None:
    if not numbers.appeal:
        return None
    pk, words, by = numbers.appeal[0]
    return {"url": reverse("review:appeal", args=[pk]), "words": Truncator(words).chars(WORDS), "by": by}

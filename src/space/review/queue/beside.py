"""What stands around the queue: its tabs, and what is told beside it. Nothing is counted further than anybody reads."""

from datetime import datetime, timedelta
from typing import Any, NamedTuple

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import QuerySet, Subquery
from django.db.models.functions import Left
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator
from django.utils.translation import npgettext, pgettext

from space.accounts.models import User
from space.accounts.readers import Reader
from space.groups.models import Office
from space.kit import clock
from space.kit.gathering import counted, gathered, short
from space.languages import autonym, listed
from space.review import duties
from space.review.models import AGREES, Appeal, Case, Decision, TeamRoom
from space.review.models.cases import looked_after
from space.review.models.counted import MOST
from space.review.permissions import can_keep_answers, can_open_team_room, can_watch_words
from space.review.queue.wanted import APPEALS, DONE, FLAGS, HELD, Asked
from space.web.skeletons import filled
from space.web.times import ago

_DECIDED = 100
_PEOPLE = 50
_DAY = timedelta(days=1)
_WORDS = 120


class Numbers(NamedTuple):
    """What one query knows of all that waits and of who looks after it."""

    flags: int
    held: int
    appeals: int
    oldest: datetime | None
    # What was done in the last day, the newest first.
    decided: list[str]
    # Of each moderator of the whole place the languages, in a list of their own.
    moderators: list[list[list[str]]]
    # The team's room: its group and the name in its address.
    room: list[list[Any]]
    # The first that waits: its id, its words, and who decided.
    appeal: list[list[Any]]


def numbers_for(reader: Reader) -> Numbers:
    found = duties.rows("beside the queue", reader, [clock.now() - _DAY], _numbers)
    return Numbers(*found[0])


def _numbers(reader: Reader, since: datetime) -> QuerySet[User, Any]:
    cases = Case.objects.visible_to(reader)
    waits, appeals = cases.waiting(), appeals_of_others(reader)
    decided = Decision.objects.by_people().filter(looked_after(reader, "case__"), at__gt=since)
    people = User.objects.filter(memberships__group__office=Office.MODERATORS, is_active=True)
    return User.objects.filter(pk=reader.pk).values_list(
        counted(waits.filter(is_held=False), most=MOST),
        counted(waits.filter(is_held=True), most=MOST),
        counted(appeals, most=MOST),
        Subquery(waits.order_by("opened_at").values("opened_at")[:1]),
        ArraySubquery(decided.order_by("-at", "-pk").values("did")[: _DECIDED + 1]),
        gathered(people, "languages", most=_PEOPLE),
        gathered(
            TeamRoom.objects.filter(group__ends_at=None).order_by("pk"), "group_id", "group__slug", most=1
        ),
        gathered(appeals, "pk", Left("words", 2 * _WORDS), "decision__by__name", most=1),
    )


def appeals_of_others(reader: Reader) -> QuerySet[Appeal]:
    """Those that wait for an answer and are not one's own, the oldest first."""
    return Appeal.objects.visible_to(reader).waiting().exclude(by=reader.pk).order_by("at", "pk")


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
        HELD: pgettext("review queue", "First posts"),
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
    did = numbers.decided[:_DECIDED]
    agreed = sum(one in AGREES for one in did)
    decided = npgettext("review queue", "%(n)d decided today", "%(n)d decided today", len(did))
    told = pgettext("review queue", "%(agreed)d agreed, %(kept)d kept")
    if len(numbers.decided) > _DECIDED:
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
    return {"url": reverse("review:appeal", args=[pk]), "words": Truncator(words).chars(_WORDS), "by": by}

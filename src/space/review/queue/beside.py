"""What stands beside the queue, and the numbers of its tabs. Nothing is counted further than anybody reads."""

from datetime import timedelta
from typing import Any

from django.urls import reverse
from django.utils.translation import npgettext, pgettext

from space.accounts.models import User
from space.accounts.readers import Reader
from space.groups.models import Office
from space.kit import clock
from space.languages import autonym, listed
from space.review.models import AGREES, Appeal, Case, Decision, TeamRoom
from space.review.permissions import can_open_team_room
from space.review.queue.wanted import APPEALS, DONE, FLAGS, HELD, Asked
from space.web.times import ago

_MOST = 99
_DECIDED = 1_000
_PEOPLE = 50
_DAY = timedelta(days=1)


def tabs(asked: Asked, reader: Reader) -> list[dict[str, Any]]:
    cases = Case.objects.visible_to(reader).waiting()
    counted = {
        FLAGS: _some(cases.filter(is_held=False)),
        HELD: _some(cases.filter(is_held=True)),
        APPEALS: _some(appeals_of_others(reader)),
    }
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
            "count": _short(counted.get(tab, 0)),
            "hot": tab == FLAGS,
        }
        for tab, label in labels.items()
    ]


def appeals_of_others(reader: Reader) -> Any:
    """Those that wait for an answer and are not one's own, the oldest first."""
    return Appeal.objects.visible_to(reader).waiting().exclude(by=reader.pk).order_by("at", "pk")


def _some(rows: Any) -> int:
    return len(rows.order_by().values_list("pk")[: _MOST + 1])


def _short(n: int) -> str:
    return f"{_MOST}+" if n > _MOST else str(n or "")


def beside(reader: Reader) -> dict[str, Any]:
    return {
        "oldest": _oldest(reader),
        **_today(reader),
        **_moderators(),
        **_team(reader),
        "appeal": appeals_of_others(reader).select_related("decision__by").first(),
    }


def _team(reader: Reader) -> dict[str, Any]:
    """The way to the team's room for who is in it; where there is none, administrators can open it."""
    room = TeamRoom.objects.filter(group__ends_at=None).values_list("group_id", "group__slug").first()
    inside = room is not None and room[0] in reader.groups
    return {
        "team_url": reverse("groups:group", args=[room[1]]) if room and inside else "",
        "opens_team": room is None and bool(can_open_team_room(reader)),
    }


def _oldest(reader: Reader) -> str:
    first = Case.objects.visible_to(reader).waiting().order_by("opened_at").values_list("opened_at")[:1]
    return ago(first[0][0], clock.now()) if first else ""


def _today(reader: Reader) -> dict[str, Any]:
    """What was decided in the last day."""
    cases = Case.objects.visible_to(reader).values("pk")
    found = Decision.objects.filter(at__gt=clock.now() - _DAY, case__in=cases).order_by()
    did = list(found.values_list("did", flat=True)[:_DECIDED])
    agreed = sum(one in AGREES for one in did)
    decided = npgettext("review queue", "%(n)d decided today", "%(n)d decided today", len(did))
    return {
        "decided": decided % {"n": len(did)},
        "agreed": pgettext("review queue", "%(agreed)d agreed, %(kept)d kept")
        % {"agreed": agreed, "kept": len(did) - agreed},
    }


def _moderators() -> dict[str, Any]:
    """How many look after the whole place, and what they read."""
    people = User.objects.filter(memberships__group__office=Office.MODERATORS, is_active=True)
    spoken = list(people.values_list("languages", flat=True)[:_PEOPLE])
    codes = sorted({code for one in spoken for code in one})
    told = npgettext("review queue", "%(n)d moderator here", "%(n)d moderators here", len(spoken))
    return {"moderators": told % {"n": len(spoken)}, "spoken": listed(autonym(code) for code in codes[:12])}

"""Calendars that somebody subscribed to or brought, as their pages show them."""

from datetime import datetime
from typing import Any

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import npgettext, pgettext

from space.accounts.readers import Reader
from space.discuss.models import Audience
from space.events.actions.in_turn import MUTE, REMOVE, TAKE_AWAY, UNMUTE
from space.events.models import Source
from space.events.models.outside import SourceQuerySet
from space.events.permissions import looks_after_all
from space.kit import clock
from space.web.times import ago, iso

# So many stand on one page; whoever looks after the whole place finds the newest readings first.
MOST = 100
_EVENTS = Count("imported", filter=~Q(imported__event__topic__audience=Audience.NOBODY))


def sources_of(reader: Reader, *, everybody: bool) -> list[dict[str, Any]]:
    rows = Source.objects.all() if everybody else Source.objects.filter(by=reader.pk)
    return [described(one) for one in _counted(rows).order_by("-read_at", "-pk")[:MOST]]


def described(source: Source) -> dict[str, Any]:
    """Expects what `_counted` adds."""
    return {
        "source": source,
        "url": reverse("events:source", args=[source.pk]),
        "by": source.by,
        "state": state_of(source),
        "read": moment(source.read_at),
        "due": moment(source.due_at) if source.due_at else None,
        "events": events_in(getattr(source, "events", 0)),
        "problems": source.problems,
        "failure": source.failure,
    }


def find(reader: Reader, pk: int) -> Source | None:
    """One's own; all of them for moderators."""
    rows = Source.objects.all() if looks_after_all(reader) else Source.objects.filter(by=reader.pk)
    return _counted(rows).filter(pk=pk).first()


def _counted(rows: SourceQuerySet) -> SourceQuerySet:
    return rows.select_related("by").annotate(events=_EVENTS)


def state_of(source: Source) -> dict[str, str]:
    """In a word, with the colour of its mark."""
    if source.underway:
        return {"text": doing(source), "level": "warning"}
    if source.muted_at:
        return {"text": pgettext("calendar source", "Muted"), "level": "warning"}
    if source.stopped_at:
        return {"text": pgettext("calendar source", "Given up"), "level": "error"}
    if not source.address:
        return {"text": pgettext("calendar source", "A file"), "level": ""}
    if source.failures:
        return {"text": pgettext("calendar source", "Not read lately"), "level": "warning"}
    return {"text": pgettext("calendar source", "Read each hour"), "level": "success"}


def doing(source: Source) -> str:
    """What is being done with its events; empty where nothing is."""
    words = {
        MUTE: pgettext("calendar source", "Being muted"),
        UNMUTE: pgettext("calendar source", "Coming back into lists"),
        REMOVE: pgettext("calendar source", "Being removed"),
        TAKE_AWAY: pgettext("calendar source", "Being removed with its events"),
    }
    return words.get(source.underway.get("do", ""), "")


def events_in(count: int) -> str:
    return npgettext("calendar source", "%(n)d event", "%(n)d events", count) % {"n": count}


def moment(at: datetime) -> dict[str, str]:
    return {"iso": iso(at), "ago": ago(at, clock.now())}

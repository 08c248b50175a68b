"""At an event stands where it came from, if it came from elsewhere, and which other one it is or may be."""

from datetime import datetime
from typing import Any

from django.db.models import Q

from space.accounts.readers import Reader
from space.events.models import Event, Imported, Likeness
from space.events.permissions import can_change
from space.kit import clock
from space.languages import mark
from space.web import panels
from space.web.times import day, iso

_ASKED = 3


def register_provenance() -> None:
    """Called once, from `ready()`."""
    panels.register("event", order=1, partial="events/_same_as.html", content=_same_as)
    panels.register("event", order=2, partial="events/_alike.html", content=_alike)
    panels.register("event-side", order=80, partial="events/_came_from.html", content=_came_from)


def _came_from(event: Event, reader: Reader) -> dict[str, Any] | None:
    """Pages of events of a source are kept with its tag (`source_tags`), for it says when it was read."""
    found = _imported(event)
    if found is None:
        return None
    source = found.source
    return {
        "source": source.name,
        "address": source.address if source.shows_address else "",
        "read": told(source.read_at) if source.address else None,
        "dropped": found.dropped_at is not None,
    }


def told(moment: datetime) -> dict[str, str]:
    """As pages that are kept tell it: a script makes minutes and hours of it."""
    return {"iso": iso(moment), "day": day(moment, clock.now())}


def source_tags(event: Event) -> list[str]:
    found = _imported(event)
    return [f"source:{found.source_id}"] if found else []


def _imported(event: Event) -> Imported | None:
    """Pages ask for it together with the event."""
    return getattr(event, "imported", None)


def _same_as(event: Event, reader: Reader) -> dict[str, Any] | None:
    """An event that is kept at another page leads there."""
    if not event.same_as_id:
        return None
    kept = Event.objects.visible_to(reader).select_related("topic").filter(pk=event.same_as_id).first()
    return {"kept": kept, **mark(kept.topic.language)._asdict()} if kept else None


def _alike(event: Event, reader: Reader) -> dict[str, Any] | None:
    """Whoever may say whether it is the same as another one is asked."""
    if event.same_as_id or not can_change(reader, event):
        return None
    mine = Likeness.objects.visible_to(reader).open().filter(Q(first=event) | Q(second=event))
    found = [
        {"pk": one.pk, "topic": other.topic, **mark(other.topic.language)._asdict()}
        for one in mine.select_related("first__topic", "second__topic")[:_ASKED]
        if (other := one.second if one.first_id == event.pk else one.first)
    ]
    return {"found": found} if found else None

"""Events as cards in a text that leads to them: the next date, or the last."""

from django.template.loader import render_to_string

from space.accounts.readers import Reader
from space.discuss.embedding import Card
from space.events.models import Occurrence
from space.events.shown.rows import row_of
from space.kit import clock

# /events/<slug>/7/ and /e/7.
EVENTS = r'(?:events/[^/"]+/|e/)(\d{1,15})'


def cards_of_events(pks: list[int], reader: Reader) -> dict[int, Card]:
    """Two queries."""
    dates = Occurrence.objects.visible_to(reader).filter(event__in=pks).with_event()
    coming = dates.filter(ends_at__gt=clock.now()).order_by("event", "starts_at").distinct("event")
    found = {one.event_id: one for one in coming}
    over = dates.filter(ends_at__lte=clock.now()).exclude(event__in=found)
    found |= {one.event_id: one for one in over.order_by("event", "-starts_at").distinct("event")}
    return {
        pk: Card(_card(one, reader), (f"topic:{one.event.topic_id}", f"event:{pk}"))
        for pk, one in found.items()
    }


def _card(one: Occurrence, reader: Reader) -> str:
    return render_to_string("events/_embedded.html", {"row": row_of(one, reader)})

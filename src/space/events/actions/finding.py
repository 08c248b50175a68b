"""Events as they are now, for whoever changes them."""

from space.discuss.actions.finding import lock_topic
from space.events.models import Event
from space.web import versions


def lock_event(event: Event) -> Event:
    """The event as it is now, for us alone until the transaction ends; its topic is locked before it."""
    topic = lock_topic(event.topic_id)
    locked = Event.objects.for_actions().select_for_update(no_key=True, of=("self",)).get(pk=event.pk)
    locked.topic = topic
    return locked


def touch(event: Event) -> None:
    """Something that pages of this event, calendars or maps show has changed."""
    versions.bump("events", f"event:{event.pk}")


def touch_page(event: Event) -> None:
    """Something that the page of this event alone shows has changed: calendars and maps stay kept."""
    versions.bump(f"event:{event.pk}")


def fresh(pk: int) -> Event:
    rows = Event.objects.for_actions().select_related("topic__category", "topic__group", "topic__author")
    return rows.prefetch_related("organisers__person").get(pk=pk)

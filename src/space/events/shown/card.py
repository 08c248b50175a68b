"""An event in a few lines: where its topic opens in Discuss."""

from typing import Any

from space.accounts.readers import Reader
from space.events.models import Event
from space.events.shown.dates import coming, dated
from space.events.shown.event_page import marks_of, status_of, text_of_event, zones
from space.events.shown.saying import said_rule
from space.events.shown.where import where_of
from space.kit.fields import first_words
from space.languages import mark
from space.markup.reading import text_of


def card_of(event: Event, reader: Reader) -> dict[str, Any]:
    """Expects its topic and organisers. The date is the next one."""
    occurrence = coming(event, reader, 1)[0]
    date = dated(event, occurrence, reader)
    return {
        "url": event.get_absolute_url(),
        "title": event.topic.title,
        **mark(event.topic.language)._asdict(),
        "date": date,
        "zone": zones(event, date),
        "rule": said_rule(event),
        "types": marks_of(event),
        "where": where_of(event, reader, occurrence),
        "status": status_of(event),
        "words": first_words(text_of(text_of_event(event, reader)), 240),
    }

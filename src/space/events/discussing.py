"""What Discuss is told of events: how their topics begin, how rows mark them, and where they are read."""

from collections.abc import Iterable, Mapping

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import pgettext_lazy

from space.accounts.readers import Reader
from space.discuss import openings
from space.discuss.lists.wanted import KINDS
from space.discuss.models import Kind, Topic
from space.events.models import Event
from space.events.searching import words_of_place
from space.events.shown.card import card_of
from space.kit.rules import Refusal

STAYS = Refusal(
    pgettext_lazy(
        "refusal",
        "This is an event. Its title, text and tags are changed together with its time and place, on its own page.",
    )
)


def opens_with(topic: Topic, reader: Reader) -> SafeString:
    """The card of the event, and the way to it."""
    rows = Event.objects.visible_to(reader).with_topic().prefetch_related("organisers__person")
    event = rows.filter(topic=topic.pk).first()
    if event is None:
        return mark_safe("")
    return mark_safe(render_to_string("events/_opening.html", {"card": card_of(event, reader)}))


def addresses(topics: Iterable[int], reader: Reader) -> Mapping[int, str]:
    """Where these events are read."""
    found = Event.objects.visible_to(reader).filter(topic__in=list(topics)).select_related("topic")
    return {event.topic_id: event.get_absolute_url() for event in found}


def register() -> None:
    KINDS[Kind.EVENT] = pgettext_lazy("topic kinds", "Events")
    openings.register(
        Kind.EVENT,
        openings.Opening(
            icon="calendar",
            label=pgettext_lazy("topic kind", "Event"),
            shown=opens_with,
            addresses=addresses,
            stays=STAYS,
            found_by=words_of_place,
        ),
    )

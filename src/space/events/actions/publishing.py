"""What calendars outside read of an event is made here, when the event is saved."""

from space.discuss.models import Post, Topic
from space.events.actions.occurring import departures
from space.events.ics.vevents import Words, vevents
from space.events.models import Event
from space.kit import clock
from space.languages import bcp47
from space.markup.reading import text_of


def publish(event: Event) -> None:
    """It has changed now, and this is what it says to calendars outside. Who calls saves it."""
    event.changed_at = clock.now()
    topic = Topic.objects.for_actions().only("title", "language").get(pk=event.topic_id)
    html = Post.objects.for_actions().values_list("html", flat=True).get(topic=topic.pk, number=1)
    words = Words(topic.title, text_of(html), bcp47(topic.language) if topic.language else "")
    event.vevent = vevents(event, event.span, words, departures(event))

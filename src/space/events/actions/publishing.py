"""What calendars outside read of an event is made here, when it is saved; and what search knows of its place."""

from django.db import transaction

from space.discuss.actions.indexing import index_posts
from space.discuss.models import Post, Topic
from space.events.actions.occurring import departures
from space.events.ics.vevents import vevents, words_of
from space.events.models import Event
from space.events.numbers import PROTECTED_COUNTRIES
from space.kit import clock


def publish(event: Event) -> None:
    """It has changed now, and this is what it says to calendars outside. Who calls saves it."""
    event.changed_at = clock.now()
    topic = Topic.objects.for_actions().only("title", "language").get(pk=event.topic_id)
    html = Post.objects.for_actions().values_list("html", flat=True).get(topic=topic.pk, number=1)
    event.vevent = vevents(event, event.span, words_of(topic, html), departures(event))


@transaction.atomic
def find_less() -> None:
    """Each night: events are found by the place no more where their country was protected since they were saved."""
    posts = Post.objects.for_actions().filter(number=1, topic__event__country__in=PROTECTED_COUNTRIES())
    index_posts(posts.values_list("pk", flat=True))

"""Whom events from calendars elsewhere concern: of a few each is told like any topic, of many one line tells."""

from collections.abc import Sequence
from dataclasses import replace

from space.discuss.actions.posts_told import locked_topics
from space.discuss.actions.telling import tell_of_post
from space.discuss.circles import circle_told
from space.discuss.models import Post
from space.discuss.telling.people import Concern, concerned_by
from space.events.models import Event
from space.events.telling.added import ADDED
from space.notifications.actions import tell
from space.notifications.causes import NOTHING, Batch, News

_A_FEW = 3


def tell_of_added(events: Sequence[Event]) -> None:
    """Once all of them are there."""
    if len(events) > _A_FEW:
        tell(f"{ADDED} {events[0].pk} {len(events)}")
        return
    topics = [event.topic_id for event in events]
    for post in Post.objects.for_actions().filter(topic__in=topics, number=1).order_by("topic"):
        tell_of_post(post)


def of_added(pk: int, count: int, *, after: int, limit: int) -> Batch:
    """Who hears of each topic where the first of them stands."""
    event = Event.objects.for_actions().filter(pk=pk).first()
    topic = locked_topics([event.topic_id]).get(event.topic_id) if event else None
    if event is None or topic is None:
        return NOTHING
    news = News(
        at=event.created_at,
        circle=circle_told(topic),
        actor=event.by_id,
        number=1,
        thing=pk,
        once=f"{ADDED} {pk}",
    )
    batch = concerned_by([Concern(news, topic, [], watched=ADDED, after=after)], limit)[0]
    # The line keeps how many there are where others keep the number of a post.
    return replace(batch, news=replace(news, number=count))

"""The conversations of the demo happen again."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Self
from uuid import UUID

from space.accounts.models import User
from space.discuss.actions import close_topic, start_topic
from space.discuss.models import Post, Topic
from space.pages.demo.actions import polling, steering
from space.pages.demo.actions.happening import Event, key_at, moment
from space.pages.demo.actions.saying import Saying
from space.pages.demo.actions.settling import People, Rooms
from space.pages.demo.texts import Conversation, Said, Vote

# Minutes after the full hour, after posts and edits.
_DEED_AFTER, _END_AFTER = 52, 55
# More edits than a post has: deeds of the same minute come after them.
_EDITS = 1_000


def key_of(conversation: Conversation, number: int) -> UUID:
    return key_at(f"{conversation.room}/{conversation.slug}/{number}")


@dataclass(kw_only=True)
class Talk(Saying):
    """One conversation as it happens again, from its first post to its end."""

    conversation: Conversation
    rooms: Rooms
    now: datetime

    @classmethod
    def of(cls, told: Conversation, people: People, rooms: Rooms, now: datetime) -> Self:
        place = f"{told.room}/{told.slug}"
        return cls(place, told.posts, people, conversation=told, rooms=rooms, now=now)

    def events(self, now: datetime) -> Iterator[Event]:
        yield from super().events(now)
        yield from self.votes(now)
        told, place = self.conversation, self.place
        for n, (since, deed) in enumerate(steering.deeds(told, self.people, self.rooms)):
            order = (place, len(told.posts), _EDITS + n)
            yield Event(moment(now, since, _DEED_AFTER), order, partial(self.do, deed))
        if told.closing:
            end = moment(now, told.closing.ago, _END_AFTER)
            yield Event(end, (place, len(told.posts) + 1, 0), self.end)

    def votes(self, now: datetime) -> Iterator[Event]:
        if poll := self.conversation.poll:
            for n, (at, one) in enumerate(
                polling.moments(poll, self.conversation.posts[0].ago, now), start=1
            ):
                yield Event(at, (self.place, 1, n), partial(self.vote, one))

    def write(self, post: Said, text: str, author: User) -> Post:
        if self.topic is not None:
            return super().write(post, text, author)
        began = steering.began(self.conversation, self.rooms)
        plan = polling.plan_of(self.conversation.poll, self.now)
        key = key_of(self.conversation, post.number)
        self.topic = start_topic(**began, by=author, text=text, language=post.language, poll=plan, key=key)
        return Post.objects.for_actions().get(topic=self.topic, number=1)

    def vote(self, one: Vote) -> None:
        if self.topic:
            polling.cast(self.topic, one, self.people)

    def do(self, deed: steering.Deed) -> None:
        """With all as it is now: actions refuse what was looked at before somebody moved it."""
        if self.topic:
            self.topic = Topic.objects.for_actions().get(pk=self.topic.pk)
            posts = Post.objects.for_actions().filter(topic=self.topic).select_related("topic")
            deed(self.topic, {post.number: post for post in posts})
            self.topic.refresh_from_db()

    def end(self) -> None:
        closing = self.conversation.closing
        if closing and self.topic:
            close_topic(self.topic, by=self.people[closing.by], reason=closing.reason)


def missing(conversations: Iterable[Conversation], people: People, rooms: Rooms, now: datetime) -> list[Talk]:
    """Those that are not there yet."""
    keys = {key_of(conversation, 1): conversation for conversation in conversations}
    there = set(Post.objects.for_actions().filter(key__in=keys).values_list("key", flat=True))
    return [Talk.of(told, people, rooms, now) for key, told in keys.items() if key not in there]

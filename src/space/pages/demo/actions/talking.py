"""The conversations of the demo happen again, one event after the other, each at its own time.

Everything goes through the ordinary actions with the clock set back, so limits, versions and counters
are those that real people would have caused.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID, uuid5
from zlib import crc32

from space.discuss.actions import (
    bookmark,
    close_topic,
    edit_post,
    make_wiki,
    react,
    start_topic,
    write_reply,
)
from space.discuss.models import Post, Response, Topic
from space.discuss.polls.plan import PollPlan
from space.kit import clock
from space.markup import quotation
from space.pages.demo.actions import polling, steering
from space.pages.demo.actions.settling import People, Rooms
from space.pages.demo.cast import HERE
from space.pages.demo.texts import Bookmark, Conversation, Said, Version, Vote
from space.uploads.actions import keep_file

DRAWINGS = HERE / "drawings"
_NAMESPACE = UUID("5e1f6d1c-3f0a-5b8e-9f2b-0d3c6f7a1b42")
# Minutes after the full hour that the files give: nobody answers on the stroke. Edits and ends come after.
_POST_SPREAD, _EDIT_AFTER, _DEED_AFTER, _END_AFTER = 40, 50, 52, 55
# Not everybody reads at once.
_HOURS_TO_READ = 30
# More edits than a post has: deeds of the same minute come after them.
_EDITS = 1_000


def key_of(conversation: Conversation, number: int) -> UUID:
    """The same in every run: by it the actions know what they made before."""
    return uuid5(_NAMESPACE, f"{conversation.room}/{conversation.slug}/{number}")


@dataclass(frozen=True, order=True)
class Event:
    """Something that happens in a conversation: a post, an edit, the end."""

    at: datetime
    order: tuple[str, int, int]
    act: Callable[[], None] = field(compare=False)


@dataclass
class Talk:
    """One conversation as it happens again."""

    conversation: Conversation
    people: People
    rooms: Rooms
    topic: Topic | None = None
    posts: dict[int, Post] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)

    def events(self, now: datetime) -> Iterator[Event]:
        told, place = self.conversation, f"{self.conversation.room}/{self.conversation.slug}"
        for post in told.posts:
            spread = crc32(f"{place}/{post.number}".encode()) % _POST_SPREAD
            plan = polling.plan_of(told.poll if post.number == 1 else None, now)
            yield Event(
                _moment(now, post.ago, spread), (place, post.number, 0), partial(self.say, post, plan)
            )
            for n, version in enumerate(post.versions[1:], start=1):
                change = partial(self.change, post, version)
                yield Event(_moment(now, version.ago, _EDIT_AFTER), (place, post.number, n), change)
            for name, leave in self._left_at(post):
                late = crc32(f"{place}/{post.number}/{name}".encode()) % _HOURS_TO_READ
                at = min(now, _moment(now, post.ago, spread) + timedelta(hours=1, minutes=60 * late + spread))
                yield Event(at, (place, post.number, 100), leave)
        yield from self.votes(place, now)
        for n, (since, deed) in enumerate(steering.deeds(told, self.people, self.rooms)):
            order = (place, len(told.posts), _EDITS + n)
            yield Event(_moment(now, since, _DEED_AFTER), order, partial(self.do, deed))
        if told.closing:
            end = _moment(now, told.closing.ago, _END_AFTER)
            yield Event(end, (place, len(told.posts) + 1, 0), self.end)

    def votes(self, place: str, now: datetime) -> Iterator[Event]:
        if poll := self.conversation.poll:
            for n, (at, one) in enumerate(
                polling.moments(poll, self.conversation.posts[0].ago, now), start=1
            ):
                yield Event(at, (place, 1, n), partial(self.vote, one))

    def _left_at(self, post: Said) -> Iterator[tuple[str, Callable[[], None]]]:
        """What readers leave at a post, with their names."""
        for reaction in post.reactions:
            for name in reaction.by:
                yield name, partial(self.react, post, name, Response(reaction.kind))
        for mark in post.bookmarks:
            yield mark.by, partial(self.bookmark, post, mark)

    def react(self, post: Said, name: str, kind: Response) -> None:
        react(self.posts[post.number], by=self.people[name], kind=kind)

    def bookmark(self, post: Said, mark: Bookmark) -> None:
        bookmark(self.posts[post.number], by=self.people[mark.by], note=mark.note)

    def say(self, post: Said, poll: PollPlan | None) -> None:
        author = self.people[post.author]
        text = self.written(post, post.versions[0].text)
        key = key_of(self.conversation, post.number)
        if self.topic is None:
            began = steering.began(self.conversation, self.rooms)
            self.topic = start_topic(
                **began, by=author, text=text, language=post.language, poll=poll, key=key
            )
            self.posts[1] = Post.objects.for_actions().get(topic=self.topic, number=1)
        else:
            made = write_reply(self.topic, by=author, text=text, language=post.language, key=key)
            self.posts[post.number] = made
        if post.is_wiki:
            make_wiki(self.posts[post.number], by=author)

    def change(self, post: Said, version: Version) -> None:
        text = self.written(post, version.text)
        edit_post(self.posts[post.number], by=self.people[version.by], text=text, language=post.language)

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

    def written(self, post: Said, text: str) -> str:
        """A text of the files as a person would have typed it here."""
        text = re.sub(r"@\[([^\[\]\n]+)\]", r"@\1", text)
        text = re.sub(r"\(drawing:([a-z-]+)\)", lambda found: f"({self._file(post, found[1])})", text)
        return re.sub(r"^> \[(\d+)\] (.+)\n*", self._quote, text, flags=re.MULTILINE)

    def _quote(self, found: re.Match[str]) -> str:
        said = self.conversation.posts[int(found[1]) - 1]
        address = self.posts[said.number].get_absolute_url()
        return quotation(said.author, said.number, address, found[2], said.language)

    def _file(self, post: Said, name: str) -> str:
        """The drawing, sent by whoever shows it; one file however often the post is edited."""
        if name not in self.files:
            with (DRAWINGS / f"{name}.webp").open("rb") as file:
                upload = keep_file(file, by=self.people[post.author], name=f"{name}.webp")
            self.files[name] = upload.reference
        return self.files[name]


def _moment(now: datetime, ago: timedelta, minutes: int) -> datetime:
    """Times given in minutes stay exact; whole hours get some minutes on top."""
    return now - ago if ago.seconds % 3600 else now - ago + timedelta(minutes=minutes)


def hold(
    conversations: Iterable[Conversation],
    people: People,
    rooms: Rooms,
    now: datetime,
    tell: Callable[[int, int], None],
) -> int:
    """Let those conversations happen that are not there yet. Says how many posts were written."""
    keys = {key_of(conversation, 1): conversation for conversation in conversations}
    there = set(Post.objects.for_actions().filter(key__in=keys).values_list("key", flat=True))
    talks = [Talk(told, people, rooms) for key, told in keys.items() if key not in there]
    events = sorted(event for talk in talks for event in talk.events(now))
    for done, event in enumerate(events):
        if done % 50 == 0:
            tell(done, len(events))
        with clock.at(event.at):
            event.act()
    return sum(len(talk.posts) for talk in talks)

"""What people did to whole conversations, and to posts that went: it happens again through the ordinary actions."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from typing import Any

from space.accounts.models import User
from space.accounts.readers import reader_of
from space.discuss.actions import change_topic, choose_answer, delete_post, pin_topic, split_topic
from space.discuss.actions.noting import put_note
from space.discuss.models import Category, Kind, Post, Topic
from space.discuss.permissions import can_moderate
from space.discuss.steering.chosen import Chosen
from space.groups.models import Group
from space.pages.demo.actions.settling import People, Rooms
from space.pages.demo.texts import Conversation

# Done with the topic, and its posts by their numbers, as they are then.
Deed = Callable[[Topic, dict[int, Post]], object]


def began(told: Conversation, rooms: Rooms) -> dict[str, Any]:
    """Where the conversation began, and what it was called then."""
    return {
        "category": rooms[told.move.room if told.move else told.room],
        "title": told.renaming.title if told.renaming else told.title,
        "tags": told.retagging.tags if told.retagging else told.tags,
        "kind": Kind.QUESTION if told.is_question else Kind.CONVERSATION,
        "asked": Group.objects.for_actions().get(slug=told.asked) if told.asked else None,
    }


def deeds(told: Conversation, people: People, rooms: Rooms) -> Iterator[tuple[timedelta, Deed]]:
    """All that was done, each with how long ago that was."""
    yield from _changes(told, people, rooms)
    if told.pinned:
        first = told.posts[0].ago
        everywhere = told.pinned == "everywhere"
        yield first, partial(_pin, by=keeper(people, rooms[told.room]), everywhere=everywhere)
    if told.answer:
        asker = people[told.posts[0].author]
        yield told.answer.ago, partial(_accept, by=asker, number=told.answer.number)
    if apart := told.splitting:
        room = rooms[told.room]
        named: dict[str, Any] = {"category": room, "title": apart.title, "tags": told.tags}
        yield apart.ago, partial(_split, by=people[apart.by], chosen=Chosen.of(apart.posts), **named)
    yield from _on_posts(told, people)


def _on_posts(told: Conversation, people: People) -> Iterator[tuple[timedelta, Deed]]:
    for post in told.posts:
        if note := post.note:
            said: dict[str, Any] = {"words": note.words, "language": post.language}
            yield note.ago, partial(_note, by=people[note.by], number=post.number, **said)
        if gone := post.deletion:
            yield gone.ago, partial(_delete, by=people[gone.by], number=post.number, reason=gone.reason)


def _changes(told: Conversation, people: People, rooms: Rooms) -> Iterator[tuple[timedelta, Deed]]:
    """Of the title, the category and the tags."""
    if was := told.renaming:
        yield was.ago, partial(_change, by=people[was.by], title=told.title)
    if was_in := told.move:
        yield was_in.ago, partial(_change, by=people[was_in.by], category=rooms[told.room])
    if was_tagged := told.retagging:
        yield was_tagged.ago, partial(_change, by=people[was_tagged.by], tags=told.tags)


def keeper(people: People, room: Category) -> User:
    """Somebody who looks after this room."""
    return next(person for person in people.values() if can_moderate(reader_of(person), room))


def _change(topic: Topic, posts: dict[int, Post], *, by: User, **new: Any) -> None:
    change_topic(topic, by=by, **new)


def _split(topic: Topic, posts: dict[int, Post], *, by: User, chosen: Chosen, **named: Any) -> None:
    split_topic(topic, chosen, by=by, **named)


def _pin(topic: Topic, posts: dict[int, Post], *, by: User, everywhere: bool) -> None:
    pin_topic(topic, by=by, everywhere=everywhere)


def _accept(topic: Topic, posts: dict[int, Post], *, by: User, number: int) -> None:
    choose_answer(posts[number], by=by)


def _note(topic: Topic, posts: dict[int, Post], *, by: User, number: int, words: str, language: str) -> None:
    put_note(posts[number], words, by=by, language=language)


def _delete(topic: Topic, posts: dict[int, Post], *, by: User, number: int, reason: str) -> None:
    delete_post(posts[number], by=by, reason=reason)

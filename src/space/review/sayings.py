"""Where words stand that are no post, and how they come to stand there once somebody let them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Model
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from space.accounts.actions import say_about
from space.accounts.models import User
from space.accounts.sayings import Saying
from space.blog.models import WRITTEN
from space.discuss.actions.asking import say_what_for
from space.discuss.actions.changing import call_topic
from space.discuss.actions.editing import put_words
from space.discuss.actions.noting import set_note
from space.discuss.models import Asking, Audience, Category, Post, Topic
from space.discuss.openings import opening_of
from space.events.actions.asking import send_word
from space.events.actions.dating import set_words as set_words_of_date
from space.events.actions.planning import give_reason
from space.events.models import Change, Event
from space.groups.models import Group
from space.membership.actions.leading import set_words as set_words_of_group
from space.membership.actions.wording import words_of
from space.review.models import WatchedSaying
from space.review.models.behind import thing_of
from space.review.things import Thing, saying_thing

Words = Mapping[str, str]


@dataclass(frozen=True)
class Where:
    """`now` says what stands there, and nothing where there is no such place any more."""

    label: Promise
    # Of each field what it is called, and how long it is at most.
    fields: Mapping[str, tuple[Promise, int]]
    now: Callable[[Any, str], Words | None]
    # Missing where nothing is kept back or taken away: what was refused was never there, what has a flag stays.
    put: Callable[[Any, WatchedSaying, Words], Any] | None = None


def _of_person(person: User, _part: str) -> Words | None:
    return {"about": person.about} if person.is_active else None


def _of_group(group: Group, _part: str) -> Words | None:
    return None if group.is_ending else words_of(group)


def _reason(event: Event, status: str) -> Words | None:
    return {"reason": event.reason} if event.status == status else None


def _of_date(event: Event, day: str) -> Words | None:
    change = Change.objects.filter(event=event, of=date.fromisoformat(day)).first()
    return change.words if change else None


def _of_topic(topic: Topic, _part: str) -> Words | None:
    return None if topic.audience == Audience.NOBODY else {"title": topic.title}


def _of_post(post: Post, _part: str) -> Words | None:
    return {"note": post.content_note}


def _opens_more(thing: Any) -> bool:
    return isinstance(thing, Post) and thing.number == 1 and opening_of(thing.topic.kind) is not None


def _of_whole_post(post: Post, _part: str) -> Words | None:
    """Of stories and events nothing: what they say is more than the words of a post, and is put back by hand."""
    if post.hidden_at or _opens_more(post) or post.topic.audience == Audience.NOBODY:
        return None
    return {"text": post.source} | ({"title": post.topic.title} if post.number == 1 else {})


def _what_for(group: Group, _part: str) -> Words | None:
    asking = Asking.objects.filter(group=group, ended_at=None).first()
    return {"about": asking.about} if asking else None


def _unsent(_event: Event, _part: str) -> Words | None:
    """A word to who comes is sent, and stands nowhere."""
    return {"text": ""}


def _nothing(_thing: Any, _part: str) -> Words | None:
    return None


def _send(event: Event, saying: WatchedSaying, words: Words) -> None:
    of = date.fromisoformat(saying.part) if saying.part else None
    send_word(event, words["text"], by=saying.by, of=of)


_REASON = pgettext_lazy("watched saying", "Reason")
_OF_A_PICTURE = {
    "title": pgettext_lazy("watched saying", "Title"),
    "author": pgettext_lazy("watched saying", "Author"),
    "licence": pgettext_lazy("watched saying", "Licence"),
    "taken": pgettext_lazy("watched saying", "When it was taken"),
    "description": pgettext_lazy("watched saying", "Description"),
    "alt": pgettext_lazy("watched saying", "What it shows"),
}
ELSEWHERE = "elsewhere"
WHERE = {
    "post": Where(
        pgettext_lazy("watched saying", "A post in which words were replaced"),
        {
            "text": (pgettext_lazy("watched saying", "Text"), 100_000),
            "title": (pgettext_lazy("watched saying", "Title"), 255),
        },
        _of_whole_post,
        lambda post, saying, words: put_words(post, words, by=saying.by),
    ),
    "profile": Where(
        pgettext_lazy("watched saying", "What somebody says of themselves"),
        {"about": (pgettext_lazy("watched saying", "About me"), 2000)},
        _of_person,
        lambda person, _saying, words: say_about(person, words["about"]),
    ),
    "group": Where(
        pgettext_lazy("watched saying", "What a group says of itself"),
        {
            "name": (pgettext_lazy("watched saying", "Name"), 120),
            "description": (pgettext_lazy("watched saying", "What it is for"), 1000),
            "title": (pgettext_lazy("watched saying", "Title of its members"), 40),
            "questions": (pgettext_lazy("watched saying", "Questions to who asks to join"), 1004),
        },
        _of_group,
        lambda group, saying, words: set_words_of_group(group, words, by=saying.by),
    ),
    "title": Where(
        pgettext_lazy("watched saying", "What a topic is called"),
        {"title": (pgettext_lazy("watched saying", "Title"), 255)},
        _of_topic,
        lambda topic, saying, words: call_topic(topic, words["title"], by=saying.by),
    ),
    "note": Where(
        pgettext_lazy("watched saying", "The words before a post that is folded"),
        {"note": (pgettext_lazy("watched saying", "Content note"), 100)},
        _of_post,
        lambda post, saying, words: set_note(post, words["note"], by=saying.by, language=saying.language),
    ),
    "asked": Where(
        pgettext_lazy("watched saying", "What a group can be asked"),
        {"about": (pgettext_lazy("watched saying", "What it can be asked"), 300)},
        _what_for,
        lambda group, saying, words: say_what_for(group, words["about"], by=saying.by),
    ),
    "group-room": Where(
        pgettext_lazy("watched saying", "A category of a group"),
        {
            "name": (pgettext_lazy("watched saying", "Name"), 80),
            "description": (pgettext_lazy("watched saying", "Description"), 1000),
        },
        _nothing,
    ),
    "group-reason": Where(
        pgettext_lazy("watched saying", "Why somebody was taken out of a group, or not let in"),
        {"reason": (_REASON, 500)},
        _nothing,
    ),
    "topic-reason": Where(
        pgettext_lazy("watched saying", "Why a topic was closed, divided or deleted"),
        {"reason": (_REASON, 2000), "title": (pgettext_lazy("watched saying", "Title"), 255)},
        _nothing,
    ),
    "story": Where(
        pgettext_lazy("watched saying", "What is said of a story beside its text"),
        {"reason": (_REASON, 2000)},
        _nothing,
    ),
    "credit": Where(
        pgettext_lazy("watched saying", "Whose a picture is, and what it shows"),
        {name: (_OF_A_PICTURE[name], longest) for name, longest in WRITTEN.items()},
        _nothing,
    ),
    "tag": Where(pgettext_lazy("watched saying", "New tags of a topic"), {}, _nothing),
    "event-template": Where(
        pgettext_lazy("watched saying", "What a template of a category is called"),
        {"name": (pgettext_lazy("watched saying", "Name"), 100)},
        _nothing,
    ),
    ELSEWHERE: Where(
        pgettext_lazy("watched saying", "Words beside something else: a tag, a file, a template, a proposal"),
        {},
        _nothing,
    ),
    "event-word": Where(
        pgettext_lazy("watched saying", "A word to who comes to an event"),
        {"text": (pgettext_lazy("watched saying", "Words"), 1000)},
        _unsent,
        _send,
    ),
    "event-questions": Where(
        pgettext_lazy("watched saying", "What is asked of who comes to an event"), {}, _nothing
    ),
    "event-reason": Where(
        pgettext_lazy("watched saying", "Why an event is cancelled, or takes place after all"),
        {"reason": (_REASON, 500)},
        _reason,
        lambda event, saying, words: give_reason(event, words["reason"], by=saying.by, status=saying.part),
    ),
    "event-date": Where(
        pgettext_lazy("watched saying", "What is said of one date of an event"),
        {
            "place": (pgettext_lazy("watched saying", "Place"), 200),
            "note": (pgettext_lazy("watched saying", "Note"), 500),
        },
        _of_date,
        lambda event, saying, words: set_words_of_date(
            event, date.fromisoformat(saying.part), words, by=saying.by
        ),
    ),
}


def topic_of(thing: Any) -> Topic | None:
    """Where it stands: who looks after that looks after its words."""
    if isinstance(thing, Event | Post):
        return thing.topic
    return thing if isinstance(thing, Topic) else None


def inside(saying: Saying) -> Group | None:
    """The group whose members alone read it, where it is of no topic."""
    if isinstance(saying.of, Category):
        return saying.of.group
    there = saying.where in ("group-room", "group-reason")
    return saying.of if there and isinstance(saying.of, Group) else None


def case_thing(kept: WatchedSaying, saying: Saying) -> Thing:
    """What a case about it is of. Expects `kept.by`."""
    category = saying.of.pk if isinstance(saying.of, Category) else None
    return saying_thing(kept, topic_of(saying.of), inside(saying), category)


def logged(saying: WatchedSaying) -> Model | None:
    """As what the log speaks of it."""
    thing = thing_of(saying)
    return topic_of(thing) or thing


def those_that_are(saying: WatchedSaying, words: Words) -> list[str]:
    """The fields in which these words stand now, and none that somebody wrote since."""
    return _those_on(thing_of(saying), saying, words)


def _those_on(thing: Any, saying: WatchedSaying, words: Words) -> list[str]:
    now = (WHERE[saying.where].now(thing, saying.part) if thing else None) or {}
    return [name for name, said in words.items() if now.get(name) == said]


def can_be_put(saying: WatchedSaying) -> bool:
    return WHERE[saying.where].put is not None


def put(saying: WatchedSaying, words: Words) -> None:
    if act := WHERE[saying.where].put:
        act(thing_of(saying), saying, words)


def cut(where: str, words: Words) -> dict[str, str]:
    """What became longer by other words is cut to what is kept."""
    fields = WHERE[where].fields
    return {name: said[: fields[name][1]] if name in fields else said for name, said in words.items()}


def told(saying: WatchedSaying) -> dict[str, Any]:
    """For pages: what it is, where, and its words by the names of their fields."""
    where = WHERE[saying.where]
    thing = thing_of(saying)
    return {
        "label": where.label,
        "about": str(topic_of(thing) or thing or ""),
        "url": thing.get_absolute_url() if thing else "",
        "words": [
            (where.fields[name][0] if name in where.fields else where.label, said)
            for name, said in saying.words.items()
        ],
        "is_by_hand": saying.where == "post" and _opens_more(thing),
        "is_overtaken": not saying.stands and not _those_on(thing, saying, saying.meanwhile),
    }

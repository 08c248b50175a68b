"""The words of notifications about posts, for one reader: made when they are read, of what the reader may see then."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import F
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import npgettext, pgettext, pgettext_lazy

from space.accounts.models import User
from space.accounts.readers import Reader
from space.discuss.addresses import place_of
from space.discuss.models import Post, Tag, Topic
from space.discuss.names import named_html
from space.discuss.rooms import categories
from space.discuss.telling.people import (
    ASKED,
    CALLED,
    CATEGORY,
    MENTION,
    MESSAGE,
    MOVED,
    QUOTE,
    REACTION,
    REPLY,
    TAG,
    WATCHED,
)
from space.discuss.telling.why import why_of
from space.languages import mark
from space.notifications.kinds import About, Said
from space.notifications.models import Notification

_WORDS = 140
_BY_SOMEBODY = {
    MENTION: pgettext_lazy("notification", "%(who)s mentioned you"),
    CALLED: pgettext_lazy("notification", "%(who)s mentioned a group of yours"),
    ASKED: pgettext_lazy("notification", "%(who)s asks a group of yours"),
    REPLY: pgettext_lazy("notification", "%(who)s replied to you"),
    QUOTE: pgettext_lazy("notification", "%(who)s quoted you"),
}


class Thing(NamedTuple):
    """What is asked of every post that a line tells of."""

    pk: int
    number: int
    author: int


@dataclass(frozen=True)
class Found:
    """All that the lines of one page tell of, as far as the reader may see it: five queries, however many lines."""

    topics: dict[int, Topic]
    things: dict[int, Thing]
    newest: dict[int, Post]
    names: dict[int, str]
    places: dict[tuple[str, int], str]


def words_of(lines: Sequence[Notification], reader: Reader) -> dict[int, Said]:
    found = _found(lines, reader)
    said = {line.pk: _said(line, found) for line in lines if line.topic in found.topics}
    return {pk: one for pk, one in said.items() if one}


def _found(lines: Sequence[Notification], reader: Reader) -> Found:
    posts = Post.objects.visible_to(reader)
    topics = Topic.objects.visible_to(reader).filter(pk__in={line.topic for line in lines})
    wanted = posts.filter(pk__in={pk for line in lines for pk in line.things})
    things = {pk: Thing(pk, *rest) for pk, *rest in wanted.values_list("pk", "number", F("author"))}
    shown = {thing.pk for line in lines if (thing := _newest(line, things))}
    people = User.objects.filter(pk__in={pk for line in lines for pk in line.actors[:2]})
    return Found(
        topics={topic.pk: topic for topic in topics.select_related("category")},
        things=things,
        newest=posts.in_bulk(shown),
        names=dict(people.values_list("pk", "name")),
        places=_places(lines, reader),
    )


def _places(lines: Sequence[Notification], reader: Reader) -> dict[tuple[str, int], str]:
    """The names of categories and tags because of which somebody is told."""
    tags = {line.because_of for line in lines if line.because == TAG}
    found = {(CATEGORY, one.pk): one.name for one in categories(reader)}
    if tags:
        seen = Tag.objects.visible_to(reader).filter(pk__in=tags)
        found |= {(TAG, pk): f"#{name}" for pk, name in seen.values_list("pk", "name")}
    return found


def _newest(line: Notification, things: dict[int, Thing]) -> Thing | None:
    return max((things[pk] for pk in line.things if pk in things), key=lambda one: one.number, default=None)


def _first(line: Notification, things: dict[int, Thing]) -> Thing | None:
    return min((things[pk] for pk in line.things if pk in things), key=lambda one: one.number, default=None)


def _said(line: Notification, found: Found) -> Said | None:
    topic = found.topics[line.topic]
    about = About(topic.title, topic.get_absolute_url(), *mark(topic.language))
    why, change = why_of(line, topic, found.places)
    if line.kind == MOVED and line.things == [0]:
        return Said(_moved(line, found, topic), topic.get_absolute_url(), about, why=why, change=change)
    newest, first = _newest(line, found.things), _first(line, found.things)
    if newest is None or first is None or newest.pk not in found.newest:
        return None
    post = found.newest[newest.pk]
    # Of new posts one begins to read at the first.
    at = first.number if line.kind in (WATCHED, MESSAGE) else newest.number
    lang = mark(post.brief_language)
    return Said(
        text=_text(line, found, n=sum(pk in found.things for pk in line.things) + line.earlier, at=at),
        url=place_of(topic, at),
        about=about,
        words=post.brief(_WORDS),
        words_lang=lang.lang,
        words_dir=lang.dir,
        why=why,
        change=change,
    )


def _text(line: Notification, found: Found, *, n: int, at: int) -> SafeString:
    who = _who(line, found)
    said: str | Promise
    if line.kind == MOVED:
        said = pgettext("notification", "%(who)s moved posts of yours to this topic")
    elif line.kind in _BY_SOMEBODY:
        said = _BY_SOMEBODY[line.kind]
    elif line.kind == REACTION:
        said = _reacted(n)
    elif line.kind == MESSAGE:
        said = npgettext("notification", "%(n)d message from %(who)s", "%(n)d messages from %(who)s", n)
    elif (at, n) == (1, 1):
        said = pgettext("notification", "%(who)s began this topic")
    else:
        said = npgettext("notification", "%(n)d new post by %(who)s", "%(n)d new posts by %(who)s", n)
    return mark_safe(str(said) % {"who": who, "n": n})


def _reacted(n: int) -> str:
    if n == 1:
        return pgettext("notification", "%(who)s reacted to your post")
    return npgettext(
        "notification",
        "%(who)s reacted to %(n)d post of yours",
        "%(who)s reacted to %(n)d posts of yours",
        n,
    )


def _moved(line: Notification, found: Found, topic: Topic) -> SafeString:
    place = format_html("<bdi>{}</bdi>", topic.category.name if topic.category else "")
    said = pgettext("notification", "%(who)s moved this topic to %(category)s")
    return mark_safe(said % {"who": _who(line, found), "category": place})


def _who(line: Notification, found: Found) -> SafeString:
    """The latest one or two by name, and how many others; a deleted account keeps its place in the number."""
    first = [found.names.get(pk, "") for pk in line.actors[:2]]
    return named_html([*first, *("" for _ in line.actors[2:])])

"""The words of somebody who wants them to go: replies are deleted, texts blanked in every version."""

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils import translation
from django.utils.translation import pgettext

from space.accounts.models import User
from space.accounts.personal import Way
from space.discuss.actions.archiving import take_words
from space.discuss.actions.deleting import delete_topic
from space.discuss.actions.finding import lock_topic
from space.discuss.actions.hiding import turn
from space.discuss.actions.indexing import index_title
from space.discuss.actions.relating import keep_title_words
from space.discuss.models import (
    Answer,
    Audience,
    Category,
    Closure,
    Deed,
    Deletion,
    Did,
    Hiding,
    Kind,
    Pin,
    Poll,
    Post,
    Poster,
    Revision,
    Topic,
    TopicDeletion,
)
from space.discuss.text import slug_of
from space.kit import clock
from space.web import versions

_FEW = 25
# What several people wrote together stays: stories have their own way, and texts that speak for a place.
_spared: list[Q] = [Q(topic__kind=Kind.STORY, number=1), Q(is_wiki=True)]


def spare(posts: Q) -> None:
    """Posts of this kind speak for others too. Called from `ready()`."""
    _spared.append(posts)


def decisions(person: User, way: Way) -> bool:
    if way == Way.WORDS:
        for model in (Closure, Pin, Answer, Deletion, Hiding, TopicDeletion):
            model.objects.filter(by=person).exclude(reason="").update(reason="")
    return False


def edits(person: User, way: Way) -> bool:
    if way == Way.WORDS:
        Revision.objects.filter(by=person).exclude(summary="").update(summary="")
    return False


def posts(person: User, way: Way) -> bool:
    """Some of what they wrote; in private conversations that nobody reads any more, whatever they chose."""
    mine = _left(person)
    if way == Way.NAME:
        mine = mine.filter(topic__audience=Audience.PEOPLE, topic__participants=None)
    found = list(mine.select_related("topic").order_by("topic", "-number")[:_FEW])
    for post in found:
        take_post(post, person)
    return bool(found)


def _left(person: User) -> QuerySet[Post]:
    """A post whose words went says nothing any more."""
    about = Category.objects.for_actions().filter(about=OuterRef("topic"))
    mine = Post.objects.for_actions().filter(author=person).exclude(source="")
    for kind in _spared:
        mine = mine.exclude(kind)
    return mine.exclude(Exists(about), number=1)


def take_post(post: Post, person: User) -> None:
    """A reply is deleted, and so is a topic that nobody answered. What was asked in a poll goes too."""
    if post.number > 1:
        gone, turned = turn(post, hidden=True, by=person)
        if turned:
            Deletion.objects.create(post=gone, by=person, at=clock.now())
    else:
        _take_topic(post.topic, person)
    Poll.objects.for_actions().filter(post=post).delete()
    take_words(post)


def _take_topic(topic: Topic, person: User) -> None:
    """Where nobody has answered it goes; else it keeps a neutral title, and what others wrote."""
    others = Poster.objects.filter(topic=topic, posts__gt=0).exclude(person=person)
    if not others.exists():
        delete_topic(topic, by=person)
    topic = lock_topic(topic.pk)
    told = Deed.objects.filter(topic=topic, what=Did.RETITLED)
    last = told.order_by("-at", "-pk").first()
    told.filter(by=person).update(after="")
    told.update(before="")
    if last is None or last.by_id == person.pk:
        with translation.override(topic.language or None):
            topic.title = pgettext("erasure", "A topic whose author left")
        topic.slug = slug_of(topic.title)
        topic.save(update_fields=["title", "slug"])
        keep_title_words(topic)
        index_title(topic)
    Topic.objects.for_actions().filter(pk=topic.pk).update(version=F("version") + 1)
    versions.bump(f"topic:{topic.pk}", "lists")

"""The topic that says what a category is for: an ordinary one, which stands on top there."""

from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import translation
from django.utils.translation import pgettext, pgettext_lazy

from space.accounts.models import User
from space.discuss.actions.counting import touch
from space.discuss.actions.editing import edit_post
from space.discuss.actions.finding import lock_topic
from space.discuss.actions.pinning import PINS
from space.discuss.actions.turns import one_after_the_other
from space.discuss.actions.writing import start_topic
from space.discuss.models import Category, Pin, Post, Topic
from space.kit import clock
from space.moderation.actions import record
from space.web import versions


@transaction.atomic
def make_about(category: Category, *, by: User, key: UUID | None = None) -> Topic:
    """Begin that topic with the category's description. The same `key` gives the one that it made before."""
    one_after_the_other("rooms")
    category = Category.objects.for_actions().select_related("group", "about").get(pk=category.pk)
    if category.about and _stands_in(category.about, category):
        return category.about
    if not category.description:
        raise ValidationError(
            pgettext_lazy("category", "Write a description first: the topic begins with it."), code="empty"
        )
    topic = start_topic(
        category,
        by=by,
        title=title_of(category),
        text=category.description,
        language=category.language,
        key=key,
    )
    return choose_about(category, topic, by=by)


@transaction.atomic
def choose_about(category: Category, topic: Topic, *, by: User) -> Topic:
    """Let a topic of the category be the one that says what it is for. It is pinned there instead of the former one."""
    one_after_the_other("rooms")
    topic = lock_topic(topic.pk)
    if not _stands_in(topic, category):
        raise ValidationError(
            pgettext_lazy("category", "This topic does not stand in the category."), code="elsewhere"
        )
    Pin.objects.get_or_create(topic=topic, defaults={"by": by, "at": clock.now()})
    touch(topic)
    _let_go(Topic.objects.for_actions().filter(about_of=category).exclude(pk=topic.pk).first())
    changed = Category.objects.for_actions().filter(pk=category.pk).exclude(about=topic).update(about=topic)
    if changed:
        record(by, "about-chosen", category, topic=topic.pk)
    versions.bump("rooms", PINS, f"category:{category.pk}")
    return topic


@transaction.atomic
def drop_about(category: Category, *, by: User) -> None:
    """The topic stays, as one among others."""
    one_after_the_other("rooms")
    topic = Topic.objects.for_actions().filter(about_of=category).first()
    if topic is None:
        return
    _let_go(topic)
    Category.objects.for_actions().filter(pk=category.pk, about=topic).update(about=None)
    record(by, "about-dropped", category, topic=topic.pk)
    versions.bump("rooms", PINS, f"category:{category.pk}")


def rewrite_about(category: Category, *, by: User, text: str) -> None:
    """What the category is for reads otherwise now. What it said before stays in the history of the post."""
    first = Post.objects.for_actions().filter(topic__about_of=category, number=1).first()
    if first is not None and text:
        edit_post(first, by=by, text=text, language=first.language)


def _let_go(topic: Topic | None) -> None:
    if topic is not None:
        topic = lock_topic(topic.pk)
        Pin.objects.filter(topic=topic, everywhere=False).delete()
        touch(topic)


def title_of(category: Category) -> str:
    """In the language of the category, where our sentences speak it."""
    with translation.override(category.language or None):
        return pgettext("title of a topic", "What “%(name)s” is for") % {"name": category.name}


def _stands_in(topic: Topic, category: Category) -> bool:
    """A deleted topic has another audience than its category."""
    return (topic.category_id, topic.audience, topic.group_id) == (
        category.pk,
        category.audience,
        category.group_id,
    )

"""Another title, other tags, another category: what a topic is called and where it stands."""

from collections.abc import Iterable

from django.db import transaction

from space.accounts.models import User
from space.discuss.actions.counting import count_moved, touch
from space.discuss.actions.deeds import lock_as_seen, note
from space.discuss.actions.finding import lock_topic
from space.discuss.actions.gating import passed_title
from space.discuss.actions.indexing import index_tags, index_tags_of, index_title, settle_topic
from space.discuss.actions.pinning import PINS
from space.discuss.actions.reading import set_unread_right
from space.discuss.actions.relating import keep_title_words
from space.discuss.actions.rendering import unlink
from space.discuss.actions.tagging import passed_tags, tags_named
from space.discuss.actions.telling import tell_of_move, tell_right
from space.discuss.allowances import Allowances
from space.discuss.models import Audience, Category, Did, TagGroup, Topic
from space.discuss.tagging.numbers import TAGS_A_TOPIC
from space.discuss.text import slug_of
from space.discuss.topic_rules import opens_wider
from space.kit.fields import one_line
from space.membership.actions.deeds import note as tell_group
from space.membership.models import Did as GroupDid
from space.web import versions


@transaction.atomic
def change_topic(
    topic: Topic,
    *,
    by: User,
    title: str | None = None,
    category: Category | None = None,
    tags: Iterable[str] | None = None,
) -> Topic:
    """Change what is named here; the rest stays. Each change is told on the page, with what was before.

    `topic` is as it was looked at: it is refused if somebody moved it meanwhile. A new title passes the gate: until
    somebody looked, it can be called as before.
    """
    topic = lock_as_seen(topic)
    Allowances(by).take_edit()
    changed = [
        title is not None and retitle(topic, passed_title(topic, one_line(title), by=by), by=by),
        tags is not None and _retag(topic, tags, by),
    ]
    # Comes last: everybody who writes in these categories waits for their rows.
    if category is not None and category.pk != topic.category_id:
        _move(topic, category, by)
    elif any(changed):
        touch(topic)
    return _fresh(topic.pk)


@transaction.atomic
def call_topic(topic: Topic, title: str, *, by: User) -> Topic:
    """Its title is this one, once somebody has looked at it."""
    topic = lock_topic(topic.pk)
    if retitle(topic, title, by=by):
        touch(topic)
    return _fresh(topic.pk)


@transaction.atomic
def move_topic(topic: Topic, category: Category, *, by: User) -> Topic:
    """Let a topic stand in another category. Who may read that one may read it from now on, and nobody else."""
    topic = lock_as_seen(topic)
    if category.pk != topic.category_id:
        _move(topic, category, by)
    return _fresh(topic.pk)


@transaction.atomic
def add_tags(topic: Topic, tags: Iterable[str], *, by: User, at_most: int) -> Topic:
    """Tags beside those that a topic has. Those that would make too many, or too many of their group, are left out."""
    topic = lock_as_seen(topic)
    has = list(topic.tags.all())
    taken = {tag.group_id for tag in has if tag.group_id}
    alone = TagGroup.objects.filter(one_a_topic=True, pk__in=taken).values_list("pk", flat=True)
    more = [
        tag for tag in tags_named(tags, at_most=at_most) if tag not in has and tag.group_id not in set(alone)
    ]
    wanted = [tag.name for tag in (*has, *more)]
    if _retag(topic, wanted[: max(at_most, len(has))], by):
        touch(topic)
    return _fresh(topic.pk)


def retitle(topic: Topic, title: str, *, by: User) -> bool:
    """Expects the topic's row to be locked. Its old address goes on leading to it."""
    if title == topic.title:
        return False
    note(topic, Did.RETITLED, by=by, before=topic.title, after=title)
    topic.title, topic.slug = title, slug_of(title)
    topic.save(update_fields=["title", "slug"])
    keep_title_words(topic)
    index_title(topic)
    return True


def _retag(topic: Topic, words: Iterable[str], by: User) -> bool:
    had = dict(topic.tags.values_list("pk", "name"))
    before = sorted(had.values())
    words = passed_tags(words, by=by, has=before, of=topic)
    wanted = tags_named(words, at_most=max(TAGS_A_TOPIC(), len(before)))
    after = sorted(tag.name for tag in wanted)
    if before == after:
        return False
    topic.tags.set(wanted)
    settle_topic(topic)
    index_tags({*had, *(tag.pk for tag in wanted)})
    note(topic, Did.RETAGGED, by=by, before=", ".join(before), after=", ".join(after))
    return True


def _move(topic: Topic, category: Category, by: User) -> None:
    old, wider = topic.category_id, opens_wider(topic, category)
    deed = note(
        topic,
        Did.MOVED,
        by=by,
        before=str(old),
        after=str(category.pk),
        out_of=old or 0,
        into=category.pk,
        wider=int(wider),
    )
    if wider and topic.group:
        tell_group(topic.group, GroupDid.MOVED_OUT, by=by, words=topic.title)
    # A category is about itself alone.
    Category.objects.for_actions().filter(about=topic).update(about=None)
    other_readers = (topic.audience, topic.group_id) != (category.audience, category.group_id)
    left = topic.group if other_readers else None
    topic.category, topic.group = category, category.group
    topic.audience = Audience(category.audience)
    topic.listed = category.in_latest and not topic.unlisted
    topic.save(update_fields=["category", "group", "audience", "listed"])
    if left:
        unlink(topic, left)
    settle_topic(topic)
    index_tags_of(topic)
    set_unread_right(topic)
    tell_right(topic)
    tell_of_move(deed)
    also = [versions.EVERYTHING] if other_readers else []
    touch(topic, f"category:{old}", "rooms", PINS, *also)
    count_moved(topic, out_of=old, into=category.pk)


def _fresh(pk: int) -> Topic:
    return Topic.objects.for_actions().select_related("category", "closure", "pin").get(pk=pk)

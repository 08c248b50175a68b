"""The words of a group that ended go: posts in every version, titles, names of its categories, reasons, drafts."""

from django.db import transaction

from space.discuss.actions.archiving import NO_WORDS, take_words
from space.discuss.actions.indexing import index_category, index_title, settle_topic
from space.discuss.actions.relating import keep_title_words
from space.discuss.models import (
    Answer,
    Bookmark,
    Category,
    Closure,
    Deed,
    Deletion,
    Draft,
    Pin,
    Poll,
    Post,
    Topic,
    TopicDeletion,
)
from space.groups.models import Group

_FEW = 50
# What a topic is called when nothing is left of it.
_NOTHING = "…"


@transaction.atomic
def empty_posts(group: Group) -> bool:
    """Where the words are those of a story or an event these go too: nobody reads them any more."""
    left = Post.objects.for_actions().filter(topic__group=group).exclude(source="", html=NO_WORDS)
    found = list(left.select_related("topic", "author").order_by("topic", "pk")[:_FEW])
    for post in found:
        take_words(post)
        Draft.objects.filter(key=f"edit-{post.pk}").delete()
    Poll.objects.for_actions().filter(post__in=found).delete()
    Bookmark.objects.filter(post__in=found).delete()
    for model in (Deletion, Answer):
        model.objects.filter(post__in=found).exclude(reason="").update(reason="")
    return bool(found)


@transaction.atomic
def empty_topics(group: Group) -> bool:
    left = Topic.objects.for_actions().filter(group=group).exclude(title=_NOTHING)
    found = list(left.order_by("pk")[:_FEW])
    for topic in found:
        topic.title, topic.slug, topic.excerpt = _NOTHING, "topic", ""
        topic.save(update_fields=["title", "slug", "excerpt"])
        topic.tags.clear()
        keep_title_words(topic)
        index_title(topic)
        settle_topic(topic)
        Draft.objects.filter(key=f"reply-{topic.pk}").delete()
    Deed.objects.filter(topic__in=found).update(before="", after="")
    for model in (Closure, Pin, TopicDeletion):
        model.objects.filter(topic__in=found).exclude(reason="").update(reason="")
    return bool(found)


@transaction.atomic
def empty_rooms(group: Group) -> bool:
    for room in Category.objects.for_actions().filter(group=group):
        room.name, room.slug = _NOTHING, f"ended-{room.pk}"
        room.description = room.template = ""
        room.save(update_fields=["name", "slug", "description", "template"])
        index_category(room)
    return False

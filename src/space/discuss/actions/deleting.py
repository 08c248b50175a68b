"""Posts and topics that are taken out, and brought back."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.utils.translation import pgettext_lazy

from space.accounts.models import User
from space.discuss.actions.counting import count_moved, tell
from space.discuss.actions.deeds import lock_as_seen
from space.discuss.actions.finding import lock_topic
from space.discuss.actions.gating import passed_at_once
from space.discuss.actions.hiding import turn
from space.discuss.actions.indexing import index_tags_of, settle_topic
from space.discuss.actions.pinning import PINS
from space.discuss.actions.reading import set_unread_right
from space.discuss.actions.telling import tell_right
from space.discuss.allowances import Allowances
from space.discuss.models import Audience, Deletion, Kind, Post, Poster, Score, Topic, TopicDeletion
from space.kit import clock
from space.moderation.actions import record
from space.web import versions


@transaction.atomic
def delete_post(post: Post, *, by: User, reason: str = "") -> Post:
    """Take a reply out. Deleting it again changes nothing; what a moderator has hidden stays hidden as it is."""
    if post.number == 1:
        raise ValidationError(
            pgettext_lazy("deleting", "The first post goes with its topic: delete the topic."), code="first"
        )
    lock_as_seen(post.topic)
    post, turned = turn(post, hidden=True, by=by)
    if turned:
        reason = passed_at_once(post.topic, by=by, reason=reason)["reason"]
        Deletion.objects.create(post=post, by=by, reason=reason, at=clock.now())
        _take_or_record(post, by, "post-deleted", reason)
    return post


@transaction.atomic
def restore_post(post: Post, *, by: User) -> Post:
    """Bring a deleted post back, in its old place. What was hidden by a moderator is shown by other means."""
    lock_as_seen(post.topic)
    if Deletion.objects.filter(post=post).exists():
        post, _ = turn(post, hidden=False, by=by)
        _take_or_record(post, by, "post-restored")
    return post


@transaction.atomic
def delete_topic(topic: Topic, *, by: User, reason: str = "", if_alone: bool = False) -> Topic:
    """Take a topic out with all that is in it, for everybody at once. Deleting it again changes nothing.

    With `if_alone` it is refused where somebody else has written: an author takes back their own words only.
    """
    now = lock_topic(topic.pk)
    if now.audience == Audience.NOBODY:
        return now
    topic = lock_as_seen(topic)
    others = Poster.objects.filter(topic=topic, posts__gt=0).exclude(person=topic.author_id)
    if if_alone and others.exists():
        raise ValidationError(
            pgettext_lazy("deleting", "Somebody has answered meanwhile, so the topic stays."), code="answered"
        )
    reason = passed_at_once(topic, by=by, reason=reason)["reason"]
    TopicDeletion.objects.create(topic=topic, by=by, reason=reason, at=clock.now(), audience=topic.audience)
    Score.objects.filter(topic=topic).delete()
    record(by, "topic-deleted", topic, reason)
    show_to(topic, Audience.NOBODY)
    count_moved(topic, out_of=topic.category_id)
    return topic


@transaction.atomic
def restore_topic(topic: Topic, *, by: User) -> Topic:
    """Bring a deleted topic back to who could see it before."""
    topic = lock_topic(topic.pk)
    deletion = TopicDeletion.objects.filter(topic=topic).first()
    if deletion:
        deletion.delete()
        record(by, "topic-restored", topic)
        show_to(topic, Audience(deletion.audience))
        count_moved(topic, into=topic.category_id)
    return topic


def stay_deleted(topic: Topic, *, by: User) -> None:
    """What Space took out by itself counts as deleted by this person from now on."""
    by_itself = TopicDeletion.objects.filter(topic=topic, by=User.objects.system())
    by_itself.update(by=by, reason="", at=clock.now())


def set_aside(topic: Topic) -> None:
    """Nobody sees the topic until it is brought back. What was deleted stays so, and is set aside when it is restored.

    Expects its row to be locked.
    """
    if topic.audience == Audience.NOBODY:
        TopicDeletion.objects.filter(topic=topic).update(audience=Audience.DRAFT)
    else:
        show_to(topic, Audience.DRAFT)


def bring_back(topic: Topic) -> None:
    """The topic is seen again by those who see its category. What was deleted stays so until it is restored.

    Expects its row to be locked. What was not set aside stays as it is.
    """
    without = Audience.PEOPLE if topic.kind == Kind.MESSAGE else Audience.PUBLIC
    wanted = Audience(topic.category.audience) if topic.category else without
    if topic.audience == Audience.NOBODY:
        TopicDeletion.objects.filter(topic=topic, audience=Audience.DRAFT).update(audience=wanted)
    elif topic.audience == Audience.DRAFT:
        show_to(topic, wanted)


def show_to(topic: Topic, audience: Audience) -> None:
    """Other people see the topic from now on. Expects its row to be locked."""
    topic.audience = audience
    topic.save(update_fields=["audience"])
    settle_topic(topic)
    index_tags_of(topic)
    Topic.objects.for_actions().filter(pk=topic.pk).update(version=F("version") + 1)
    set_unread_right(topic)
    tell_right(topic)
    tell(topic, "rooms", "scores", PINS, versions.EVERYTHING)


def _take_or_record(post: Post, by: User, what: str, reason: str = "") -> None:
    """What people do with their own posts is limited; what is done with those of others is written down."""
    if by.pk == post.author_id:
        Allowances(by).take_edit()
    else:
        record(by, what, post, reason)

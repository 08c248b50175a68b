"""Who may do what in Discuss. Rules ask the database nothing: the reader carries its roles."""

from datetime import timedelta

from django.utils.translation import pgettext_lazy

from space.accounts.models import Trust
from space.accounts.readers import Reader
from space.discuss.models import Category, Door, Kind, Post, Topic
from space.discuss.numbers import EDIT_DAYS, EDIT_HOURS_NEW
from space.kit import clock
from space.kit.rules import Refusal, Verdict, first_refusal

CLOSED = Refusal(pgettext_lazy("refusal", "This topic is closed. Start a new one if there is more to say."))


def can_write(reader: Reader) -> Verdict:
    if not reader.is_authenticated:
        return Refusal(
            pgettext_lazy("refusal", "Sign in to write here. What you typed is kept on this page.")
        )
    if reader.is_silenced:
        return Refusal(
            pgettext_lazy("refusal", "You cannot write for now. A moderator has told you why and until when.")
        )
    return True


def can_follow(reader: Reader) -> Verdict:
    """Say what one wants to hear of, mark as read, keep a list of one's own: for who is signed in and not suspended."""
    if reader.is_member:
        return True
    if reader.is_authenticated:
        return Refusal(pgettext_lazy("refusal", "This is not open to you while your account is suspended."))
    return Refusal(pgettext_lazy("refusal", "Sign in first: then this place remembers it for you."))


def can_moderate(reader: Reader, category: Category | None) -> Verdict:
    if reader.is_moderator:
        return True
    if category and (
        category.pk in reader.moderated_categories or category.parent_id in reader.moderated_categories
    ):
        return True
    return Refusal(pgettext_lazy("refusal", "Only moderators of this category can do that."))


def can_start(reader: Reader, category: Category) -> Verdict:
    closed = Refusal(pgettext_lazy("refusal", "New topics cannot be started in this category."))
    return first_refusal(can_write(reader), _through(reader, category, Door(category.who_starts), closed))


def can_reply(reader: Reader, topic: Topic) -> Verdict:
    return first_refusal(can_write(reader), takes_replies(reader, topic))


def can_edit(reader: Reader, post: Post) -> Verdict:
    """Authors for a while, moderators always. Expects `post.topic.category` to be there."""
    if post.topic.kind == Kind.ARCHIVED:
        return Refusal(pgettext_lazy("refusal", "What comes from an archive stays as it was written."))
    verdict = can_write(reader)
    if not verdict or can_moderate(reader, post.topic.category):
        return verdict
    if post.author_id != reader.pk:
        return Refusal(pgettext_lazy("refusal", "Only its author can edit this post."))
    if post.topic.is_closed:
        return Refusal(pgettext_lazy("refusal", "This topic is closed, so its posts stay as they are."))
    if clock.now() - post.created_at > edit_time(reader):
        return Refusal(
            pgettext_lazy(
                "refusal", "The time to edit this post is over. Write a reply to correct or add something."
            )
        )
    return True


def edit_time(reader: Reader) -> timedelta:
    if reader.trust >= Trust.MEMBER:
        return timedelta(days=EDIT_DAYS())
    return timedelta(hours=EDIT_HOURS_NEW())


def can_close(reader: Reader, topic: Topic) -> Verdict:
    return first_refusal(can_write(reader), can_moderate(reader, topic.category))


def takes_replies(reader: Reader, topic: Topic) -> Verdict:
    """Whether the topic is open to this kind of reader, signed in or not yet."""
    if topic.is_closed and not can_moderate(reader, topic.category):
        return CLOSED
    if topic.category is None:
        return True
    closed = Refusal(pgettext_lazy("refusal", "Replies are not open in this category."))
    return _through(reader, topic.category, Door(topic.category.who_replies), closed)


def _through(reader: Reader, category: Category, door: Door, closed: Refusal) -> Verdict:
    if door is Door.MEMBERS:
        return True
    if door is Door.MODERATORS and can_moderate(reader, category):
        return True
    return closed

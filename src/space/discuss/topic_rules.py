"""Who may do what to topics and posts as a whole. Like all rules these ask the database nothing."""

from datetime import timedelta

from django.utils.text import format_lazy
from django.utils.translation import pgettext_lazy

from space.accounts.models import Trust
from space.accounts.readers import Reader
from space.discuss.models import Audience, Category, Kind, Post, Topic
from space.discuss.openings import ARCHIVED, MESSAGE, first_stays, stays
from space.discuss.permissions import (
    can_moderate,
    can_pin_everywhere,
    can_reply,
    can_start,
    can_write,
    edit_time,
    stands_in_lists,
)
from space.discuss.topic_numbers import DELETED_SHOWN_HOURS
from space.groups.standing import led
from space.kit import clock
from space.kit.rules import Refusal, Verdict, first_refusal


def can_pin(reader: Reader, topic: Topic) -> Verdict:
    """Pin in its category, or unpin. What is pinned everywhere is for who could have done that."""
    pin = getattr(topic, "pin", None)
    everywhere = can_pin_everywhere(reader) if pin and pin.everywhere else True
    return first_refusal(
        stands_in_lists(topic), can_write(reader), can_moderate(reader, topic.category), everywhere
    )


def can_unlist(reader: Reader, topic: Topic) -> Verdict:
    return first_refusal(stands_in_lists(topic), can_write(reader), can_moderate(reader, topic.category))


def can_set_language(reader: Reader, post: Post) -> Verdict:
    """Say in which language a post is: its author at any time, regulars, and moderators; of archives too."""
    verdict = first_refusal(first_stays(post), can_write(reader))
    mine = post.author_id == reader.pk or reader.trust >= Trust.REGULAR
    if not verdict or mine or can_moderate(reader, post.topic.category):
        return verdict
    words = pgettext_lazy(
        "refusal", "Its author, moderators and people of the trust “{trust}” say in which language a post is."
    )
    return Refusal(format_lazy(words, trust=Trust.REGULAR.label))


def can_change(reader: Reader, topic: Topic) -> Verdict:
    """Title, category and tags: the author while the first post can be edited, regulars and moderators always."""
    verdict = first_refusal(stays(topic), can_write(reader))
    if not verdict or can_moderate(reader, topic.category) or reader.trust >= Trust.REGULAR:
        return verdict
    if topic.author_id != reader.pk:
        return Refusal(
            pgettext_lazy("refusal", "Only who began this topic, regulars and moderators can change that.")
        )
    if topic.is_closed:
        return Refusal(pgettext_lazy("refusal", "This topic is closed, so it stays as it is."))
    if clock.now() - topic.created_at > edit_time(reader):
        return Refusal(pgettext_lazy("refusal", "The time to change this is over. Ask a moderator to do it."))
    return True


def can_move(reader: Reader, topic: Topic, category: Category) -> Verdict:
    """Where one may start topics oneself. Only moderators change who can read what others wrote."""
    if category.is_archive:
        return Refusal(pgettext_lazy("refusal", "Archives hold what was said elsewhere."))
    verdict = first_refusal(can_change(reader, topic), can_start(reader, category))
    if not verdict or category.pk == topic.category_id:
        return verdict
    if (category.audience, category.group_id) == (topic.audience, topic.group_id):
        return True
    if can_moderate(reader, topic.category):
        return True
    return Refusal(
        pgettext_lazy("refusal", "Only moderators move a topic to where other people can read it.")
    )


def opens_wider(topic: Topic, category: Category | Topic) -> bool:
    """Whether somebody could read the topic there who cannot read it now. Then its mover says so expressly."""
    if (category.audience, category.group_id) == (topic.audience, topic.group_id):
        return False
    return category.audience == Audience.PUBLIC or topic.audience not in (Audience.PUBLIC, Audience.MEMBERS)


def can_choose_answer(reader: Reader, topic: Topic) -> Verdict:
    """Who asked, moderators, and who leads the group that was asked, say which post is the answer."""
    if topic.kind != Kind.QUESTION:
        return Refusal(pgettext_lazy("refusal", "Only questions have an answer."))
    verdict = can_write(reader)
    is_theirs = topic.author_id == reader.pk or topic.asked_id in led(reader)
    if not verdict or is_theirs or can_moderate(reader, topic.category):
        return verdict
    return Refusal(pgettext_lazy("refusal", "Only who asked, and moderators, choose the answer."))


def can_delete(reader: Reader, post: Post) -> Verdict:
    """A reply: its author while they can edit it, moderators always. Expects `post.topic.category` to be there."""
    if post.topic.kind == Kind.ARCHIVED:
        return ARCHIVED
    if post.number == 1:
        return Refusal(pgettext_lazy("refusal", "The first post goes with its topic: delete the topic."))
    verdict = can_write(reader)
    if not verdict or can_moderate(reader, post.topic.category):
        return verdict
    if post.author_id != reader.pk:
        return Refusal(pgettext_lazy("refusal", "Only its author and moderators can delete this post."))
    if post.topic.is_closed:
        return Refusal(pgettext_lazy("refusal", "This topic is closed, so its posts stay as they are."))
    if clock.now() - post.created_at > edit_time(reader):
        return Refusal(
            pgettext_lazy("refusal", "The time to delete this post is over. A moderator can still do it.")
        )
    return True


def can_bring_back(reader: Reader, post: Post) -> Verdict:
    """Authors what they deleted themselves, for a day; moderators always. Expects `post.deletion` to be there."""
    verdict = can_write(reader)
    if not verdict or can_moderate(reader, post.topic.category):
        return verdict
    if not reader.pk == post.author_id == post.deletion.by_id:
        return Refusal(pgettext_lazy("refusal", "Only moderators bring back what a moderator has taken out."))
    if post.topic.is_closed:
        return Refusal(pgettext_lazy("refusal", "This topic is closed, so its posts stay as they are."))
    if clock.now() - post.deletion.at > timedelta(hours=DELETED_SHOWN_HOURS()):
        return Refusal(
            pgettext_lazy("refusal", "The time to undo this is over. A moderator can still bring it back.")
        )
    return True


def can_delete_topic(reader: Reader, topic: Topic) -> Verdict:
    """Authors while nobody else has written there, moderators always."""
    if topic.kind == Kind.ARCHIVED:
        return ARCHIVED
    verdict = first_refusal(stands_in_lists(topic), can_write(reader))
    if not verdict or can_moderate(reader, topic.category):
        return verdict
    if not (elsewhere := stays(topic)):
        return elsewhere
    if topic.author_id != reader.pk:
        return Refusal(pgettext_lazy("refusal", "Only who began this topic and moderators can delete it."))
    if topic.is_closed:
        return Refusal(pgettext_lazy("refusal", "This topic is closed, so it stays as it is."))
    if set(topic.people) - {reader.pk}:
        return Refusal(
            pgettext_lazy(
                "refusal", "Others have answered, so the topic stays. Ask a moderator if it must go."
            )
        )
    return True


def can_move_posts(reader: Reader, topic: Topic) -> Verdict:
    """Take posts out of a topic, or let all of it go into another one."""
    if topic.kind == Kind.ARCHIVED:
        return ARCHIVED
    return first_refusal(_is_steered(topic), can_write(reader), can_moderate(reader, topic.category))


def can_take_posts(reader: Reader, topic: Topic) -> Verdict:
    """Whether posts can come into this topic by this reader's hand: where they could write themselves."""
    if topic.kind == Kind.ARCHIVED:
        return ARCHIVED
    return first_refusal(_is_steered(topic), can_reply(reader, topic))


def can_split_into(reader: Reader, category: Category) -> Verdict:
    if category.is_archive:
        return Refusal(pgettext_lazy("refusal", "Archives hold what was said elsewhere."))
    return can_start(reader, category)


def _is_steered(topic: Topic) -> Verdict:
    """Rooms in which a story is written, and private conversations, stand in no category."""
    return stands_in_lists(topic) if topic.category_id else MESSAGE

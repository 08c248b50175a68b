"""Who may ask a group, answer for it, and decide that it is asked. Rules ask the database nothing."""

from django.utils.translation import pgettext_lazy

from space.accounts.readers import Reader
from space.discuss.models import Category, Kind, Post, Topic
from space.discuss.permissions import can_moderate, can_start, can_write
from space.groups.models import Group, Office
from space.groups.standing import belongs, is_quiet, led
from space.kit.rules import Refusal, Verdict, first_refusal
from space.membership.permissions import can_own

NOT_ASKED = Refusal(
    pgettext_lazy(
        "refusal", "This group takes no questions now. You can ask everybody, or write to its owners."
    )
)
_UNLISTED = Refusal(
    pgettext_lazy("refusal", "Only a group that everybody may know of can take questions from everybody.")
)
_STAFF = Refusal(pgettext_lazy("refusal", "Who looks after the whole place is asked in other ways."))
_NO_QUESTION = Refusal(pgettext_lazy("refusal", "This is not a question to a group of yours."))
_OTHERS = Refusal(
    pgettext_lazy("refusal", "Only its author says that a post answers for the group that was asked.")
)


def can_ask_group(reader: Reader, room: Category | None) -> Verdict:
    """`room` is where questions to the group stand, if it takes any: one needs there what every topic needs."""
    return can_start(reader, room) if room else NOT_ASKED


def can_take_questions(reader: Reader, group: Group) -> Verdict:
    """Decide whether a group takes questions."""
    return first_refusal(
        can_own(reader, group),
        True if group.office == Office.NONE else _STAFF,
        True if group.is_listed else _UNLISTED,
    )


def can_answer_for(reader: Reader, topic: Topic) -> Verdict:
    """Write for the group that was asked: its members, while it is one in which people write."""
    asked = topic.asked_id if topic.kind == Kind.QUESTION else None
    if asked is None or not belongs(reader, asked) or is_quiet(reader, asked):
        return _NO_QUESTION
    return can_write(reader)


def can_mark(reader: Reader, post: Post) -> Verdict:
    """Say of one's own reply that it answers for the group."""
    is_own = post.number > 1 and post.author_id == reader.pk and post.answers_for_id is None
    return first_refusal(True if is_own else _OTHERS, can_answer_for(reader, post.topic))


def can_unmark(reader: Reader, post: Post) -> Verdict:
    """Its author at any time, also when they belong to it no more; and who leads the group, or moderates there."""
    if post.answers_for_id is None:
        return _NO_QUESTION
    mine = post.author_id == reader.pk or post.answers_for_id in led(reader)
    return first_refusal(
        can_write(reader), True if mine or can_moderate(reader, post.topic.category) else _OTHERS
    )

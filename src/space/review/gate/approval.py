"""Whose texts wait for a moderator, whatever they say: of a person, in a category, the first ones of somebody new."""

from collections.abc import Iterator

from space.accounts.terms import waits_for_approval
from space.discuss.models import Approval
from space.review.actions.finding import is_staff
from space.review.gate.numbers import FIRST_POSTS_WAIT, First
from space.review.gate.rules import CATEGORY, FIRST, PERSON, Look


def needed(look: Look, *, is_new: bool) -> Iterator[str]:
    """Names of what asks for it. For who is known, where nothing is set, it asks the database nothing."""
    writing = look.writing
    if waits_for_approval(writing.by):
        yield PERSON
    # What stands there already was looked at, or came before.
    if writing.before is None and _in_category(look, is_new) and not is_staff(writing.by):
        yield CATEGORY
    if writing.before is None and is_new and _waits_as_first(look):
        yield FIRST


def _in_category(look: Look, is_new: bool) -> bool:
    whose = look.writing.category.approval if look.writing.category else Approval.NONE
    return whose == Approval.ALL or (whose == Approval.NEW and is_new)


def _waits_as_first(look: Look) -> bool:
    which = FIRST_POSTS_WAIT()
    if which == First.NONE or (which == First.LINKS and not look.strange):
        return False
    return look.is_first

"""A private conversation for the table of readers."""

from space.accounts.models import User
from space.discuss.models import Topic
from space.messages.actions import begin_message
from space.testing.rooms import MARKER


def converse(kofi: User, stranger: User) -> Topic:
    """Everything in it carries the marker."""
    return begin_message(
        by=kofi, title=f"The {MARKER} letter", text=f"Only we know of the {MARKER} key.", people=[stranger]
    )

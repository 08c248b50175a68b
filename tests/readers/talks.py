"""A private conversation for the table of readers."""

from datetime import timedelta

from space.accounts.models import User
from space.discuss.models import Topic
from space.kit import clock
from space.messages.actions import begin_message
from space.messages.actions.visiting import open_message
from space.messages.models import MessageVisit
from space.testing.rooms import MARKER


def converse(kofi: User, stranger: User, matiu: User, rosa: User) -> Topic:
    """Everything in it carries the marker."""
    talk = begin_message(
        by=kofi, title=f"The {MARKER} letter", text=f"Only we know of the {MARKER} key.", people=[stranger]
    )
    open_message(talk, by=matiu, reason="Somebody in it asked for help.")
    open_message(talk, by=rosa, reason="Somebody in it asked for help.")
    MessageVisit.objects.filter(person=rosa).update(until=clock.now() - timedelta(minutes=1))
    return talk

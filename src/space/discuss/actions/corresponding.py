"""What is particular about writing in a private conversation."""

from django.core.exceptions import ValidationError
from django.utils.translation import pgettext_lazy

from space.accounts.models import User
from space.discuss.models import Block, Participant, Topic


def answer_message(topic: Topic, by: User) -> None:
    """Somebody must be there who takes it. Who answers has accepted it, and it comes back to those who put it away.

    Expects the topic locked.
    """
    there = Participant.objects.still().filter(topic=topic)
    others = set(there.exclude(person=by).values_list("person_id", flat=True))
    if not others:
        raise ValidationError(
            pgettext_lazy("message", "Everybody else has left this conversation. Begin a new one."),
            code="alone",
        )
    closed = set(Block.objects.filter(person__in=others, other=by).values_list("person_id", flat=True))
    if others == closed:
        raise ValidationError(takes_none(), code="blocked")
    there.filter(person=by, waits=True).update(waits=False)
    there.filter(archived=True).update(archived=False)


def takes_none() -> str:
    """The same words, whatever the reason is."""
    return str(pgettext_lazy("message", "This person takes no messages at the moment."))

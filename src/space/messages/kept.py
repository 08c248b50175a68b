"""What messages keep of a person beside what Discuss keeps."""

from collections.abc import Iterator

from django.utils.translation import pgettext_lazy

from space.accounts.copies import listed
from space.accounts.models import User
from space.accounts.personal import Fate, Part, Row, Seen, Until, Way, keeps
from space.kit import clock
from space.messages.models import MessageVisit


def register_kept() -> None:
    """Called once, when everything is there."""
    keeps(
        Part(
            "messages/visits",
            what=pgettext_lazy("kept", "When you opened a private conversation as one of the staff, and why"),
            why=pgettext_lazy("kept", "So that the people in it know."),
            until=Until.THING,
            seen=Seen.READERS,
            columns={"private_messages.MessageVisit.person": Fate.STAYS},
            stays=pgettext_lazy("kept", "Who runs a place has to answer for what they looked at."),
            rows=_visits,
            erase=_end_visits,
        )
    )


def _visits(person: User) -> Iterator[Row]:
    return listed(MessageVisit.objects.filter(person=person), "topic_id", "at", "until", "reason")


def _end_visits(person: User, way: Way) -> bool:
    MessageVisit.objects.filter(person=person, until__gt=clock.now()).update(until=clock.now())
    return False

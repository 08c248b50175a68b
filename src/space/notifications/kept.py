"""What notifications keep of a person."""

from collections.abc import Iterator

from django.utils.translation import pgettext_lazy

from space.accounts.copies import listed
from space.accounts.models import User
from space.accounts.personal import Fate, Part, Row, Seen, Until, Way, keeps
from space.notifications.models import KindWish, Letter, Notification

# So many lines in one transaction.
_AT_ONCE = 5_000


def register_kept() -> None:
    """Called once, when everything is there."""
    keeps(
        Part(
            "notifications/lines",
            what=pgettext_lazy("kept", "What you were told in the bell, and whether you read it"),
            why=pgettext_lazy("kept", "So that you find it again, and are told once."),
            until=Until.MANY,
            seen=Seen.YOU,
            columns={"notifications.Notification.person": Fate.GOES},
            rows=_lines,
            erase=_forget_lines,
        ),
        Part(
            "notifications/wishes",
            what=pgettext_lazy("kept", "What you want to be told, and by which way"),
            why=pgettext_lazy("kept", "So that you are told that, and nothing else."),
            until=Until.YOURS,
            seen=Seen.YOU,
            columns={"notifications.KindWish.person": Fate.GOES},
            rows=_wishes,
            erase=_forget_wishes,
        ),
        Part(
            "notifications/letters",
            what=pgettext_lazy("kept", "That a mail was sent to you, and when"),
            why=pgettext_lazy("kept", "So that no mail goes out twice."),
            until=Until.SENT,
            seen=Seen.NOBODY,
            columns={"notifications.Letter.person": Fate.GOES},
            rows=_letters,
            erase=_forget_letters,
        ),
    )


def _lines(person: User) -> Iterator[Row]:
    mine = Notification.objects.filter(person=person)
    return listed(mine, "kind", "because", "topic", "number", "at", "read_at")


def _wishes(person: User) -> Iterator[Row]:
    return listed(KindWish.objects.filter(person=person), "channel", "kind", "wanted")


def _letters(person: User) -> Iterator[Row]:
    return listed(Letter.objects.filter(person=person), "made_at", "sent_at", "given_up_at")


def _forget_lines(person: User, way: Way) -> bool:
    mine = Notification.objects.filter(person=person)
    gone, _ = Notification.objects.filter(pk__in=mine.values("pk")[:_AT_ONCE]).delete()
    return gone == _AT_ONCE


def _forget_wishes(person: User, way: Way) -> bool:
    KindWish.objects.filter(person=person).delete()
    return False


def _forget_letters(person: User, way: Way) -> bool:
    """Those too that went to an address alone: a letter that waits still says what it says."""
    Letter.objects.filter(person=person).delete()
    if person.email:
        Letter.objects.filter(recipients__contains=[person.email]).delete()
    return False

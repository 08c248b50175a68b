"""The calendar of one person, what they organise or go to, at an address that only they know."""

import re

from django.core import signing
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from space.accounts.models import User
from space.accounts.readers import Reader, reader_of
from space.events.models import Answer, Attendance, CalendarKey, Event, Organiser
from space.events.models.events import EventQuerySet

_SALT = "space.events.calendar"
_TOKEN = re.compile(r"[\w.:=-]{10,200}")


def own_address(reader: Reader) -> str:
    """Empty for who has made none. Signed, so that a copy of the database does not tell it."""
    key = CalendarKey.objects.filter(person=reader.pk).first()
    return reverse("events:own", args=[signing.dumps([key.person_id, key.key], salt=_SALT)]) if key else ""


def whose(token: str) -> Reader | None:
    """The person whom an address is about, as they may read now; None for one that we did not make, or that ended."""
    try:
        pk, key = signing.loads(token, salt=_SALT)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    known = CalendarKey.objects.filter(person=pk, key=key, person__is_active=True).exists()
    return reader_of(User(pk=pk)) if known else None


def own_events(reader: Reader) -> EventQuerySet:
    """Where one goes stands in it also if lists leave it out; what one organises does not, as with a muted source."""
    organises = Organiser.objects.filter(event=OuterRef("pk"), person=reader.pk)
    goes = Attendance.objects.filter(event=OuterRef("pk"), person=reader.pk, answer=Answer.GOING)
    mine = Event.objects.visible_to(reader).filter(
        Q(Exists(organises), topic__unlisted=False) | Q(Exists(goes))
    )
    return mine.order_by("-first_day", "pk")

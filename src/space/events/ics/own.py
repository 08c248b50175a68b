"""The calendar of one person, what they organise or go to, at an address that only they know."""

import re
from collections.abc import Mapping
from copy import copy
from datetime import date

from django.core import signing
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from space.accounts.models import User
from space.accounts.readers import Reader, reader_of
from space.discuss.models import Post
from space.events.actions.occurring import departures
from space.events.ics.vevents import vevents, words_of
from space.events.models import Answer, Attendance, CalendarKey, Event, Organiser
from space.events.models.events import EventQuerySet
from space.events.when import Departure

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


def own_texts(reader: Reader) -> dict[int, str]:
    """Of what repeats, where somebody does not go to all of its dates: the text that holds theirs alone."""
    single = Attendance.objects.filter(person=reader.pk, of__isnull=False).values("event")
    organised = Organiser.objects.filter(person=reader.pk).values("event")
    found = own_events(reader).filter(pk__in=single).exclude(pk__in=organised).select_related("topic")
    events = {one.pk: one for one in found if one.repeats}
    said: dict[int, dict[date | None, bool]] = {}
    answers = Attendance.objects.filter(person=reader.pk, event__in=events)
    for pk, of, answer in answers.values_list("event", "of", "answer"):
        said.setdefault(pk, {})[of] = answer == Answer.GOING
    posts = Post.objects.visible_to(reader).filter(topic__event__in=events, number=1)
    texts = dict(posts.values_list("topic__event", "html"))
    return {pk: _of_dates(event, said[pk], texts.get(pk, "")) for pk, event in events.items()}


def _of_dates(event: Event, goes: Mapping[date | None, bool], html: str) -> str:
    """The event without the dates to which they do not go; or these alone to which they do."""
    words, changed = words_of(event.topic, html), list(departures(event))
    if goes.get(None):
        gone = sorted(of for of, there in goes.items() if of and not there)
        kept = [one for one in changed if one.of not in gone]
        return vevents(event, event.span, words, [*kept, *(Departure(of, None) for of in gone)])
    first, *more = sorted(of for of, there in goes.items() if of and there)
    alone = copy(event)
    alone.rule, alone.more_days = "", more
    return vevents(alone, event.span.on(first), words, changed)


def own_events(reader: Reader) -> EventQuerySet:
    """Where one goes stands in it also if lists leave it out; what one organises does not, as with a muted source."""
    organises = Organiser.objects.filter(event=OuterRef("pk"), person=reader.pk)
    goes = Attendance.objects.filter(event=OuterRef("pk"), person=reader.pk, answer=Answer.GOING)
    mine = Event.objects.visible_to(reader).filter(
        Q(Exists(organises), topic__unlisted=False) | Q(Exists(goes))
    )
    return mine.order_by("-first_day", "pk")

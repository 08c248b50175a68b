"""What events keep of a person, and what organisers should hand over before they go."""

from collections.abc import Iterator

from django.utils.translation import pgettext, pgettext_lazy

from space.accounts.copies import each, listed
from space.accounts.models import User
from space.accounts.personal import Duty, Fate, Part, Row, Seen, Until, has_duties, keeps
from space.events.actions import erasing
from space.events.models import (
    Attendance,
    CalendarKey,
    Event,
    EventVersion,
    Imported,
    Likeness,
    Occurrence,
    Organiser,
    Source,
    Template,
    Word,
)
from space.kit import clock


def register_kept() -> None:
    """Called once, when everything is there."""
    has_duties(_duties)
    keeps(*_of_coming(), *_of_planning())


def _of_coming() -> tuple[Part, ...]:
    return (
        Part(
            "events/attendance",
            what=pgettext_lazy(
                "kept", "To which events you said that you come, and your answers to their questions"
            ),
            why=pgettext_lazy("kept", "So that organisers know how many come, and can write to you."),
            until=Until.EVENT,
            seen=Seen.ORGANISERS,
            columns={"events.Attendance.person": Fate.GOES},
            rows=_attendance,
            erase=erasing.attendance,
        ),
        Part(
            "events/calendar",
            what=pgettext_lazy(
                "kept",
                "The secret address of your own calendar; your templates; what you brought in from where",
            ),
            why=pgettext_lazy(
                "kept", "So that your calendar can be read elsewhere, and what you bring again is known."
            ),
            until=Until.YOURS,
            seen=Seen.YOU,
            columns={
                "events.CalendarKey.person": Fate.GOES,
                "events.Source.by": Fate.GOES,
                "events.Imported.by": Fate.GOES,
                "events.Template.by": Fate.GOES,
            },
            rows=_calendar,
            erase=erasing.calendar,
        ),
    )


def _of_planning() -> tuple[Part, ...]:
    return (
        Part(
            "events/tidying",
            what=pgettext_lazy(
                "kept", "That you found two events to be one, or muted a calendar from elsewhere"
            ),
            why=pgettext_lazy("kept", "So that others know who decided it."),
            until=Until.THING,
            seen=Seen.STAFF,
            columns={"events.Likeness.found_by": Fate.STAYS, "events.Source.muted_by": Fate.STAYS},
            stays=pgettext_lazy("kept", "What was decided holds, whoever decided it."),
            rows=_tidying,
        ),
        Part(
            "events/words",
            what=pgettext_lazy("kept", "What you wrote to those who come to your events"),
            why=pgettext_lazy("kept", "So that they can read it again."),
            until=Until.THING,
            seen=Seen.READERS,
            columns={"events.Word.by": Fate.WORDS},
            stays=pgettext_lazy("kept", "Others rely on it."),
            rows=_words,
            erase=erasing.words,
        ),
        Part(
            "events/events",
            what=pgettext_lazy("kept", "Events you added or organise, and what you changed of them"),
            why=pgettext_lazy("kept", "To tell when and where people meet."),
            until=Until.THING,
            seen=Seen.READERS,
            columns={
                "events.Event.by": Fate.WORDS,
                "events.EventVersion.by": Fate.WORDS,
                "events.Organiser.person": Fate.GOES,
            },
            stays=pgettext_lazy("kept", "Others may want to come, and somebody else can organise it."),
            rows=_events,
            erase=erasing.events,
        ),
    )


def _attendance(person: User) -> Iterator[Row]:
    mine = Attendance.objects.filter(person=person).select_related("event__topic")
    for one in each(mine, "given__question"):
        yield {
            "event": one.event_id,
            "title": one.event.topic.title,
            "date": one.of,
            "answer": one.answer,
            "waits_since": one.waits_since,
            "shown_to_others": one.is_public,
            "at": one.at,
            "given": [{"question": said.question.text, "answer": said.text} for said in one.given.all()],
        }


def _calendar(person: User) -> Iterator[Row]:
    """That there is an address, and not the address: whoever finds the copy could read on."""
    yield from listed(CalendarKey.objects.filter(person=person), has_address_since="made_at")
    yield from listed(Template.objects.filter(by=person), "said", "changed_at", template="name")
    yield from listed(Source.objects.filter(by=person), "read_at", source="name")
    yield from listed(Imported.objects.filter(by=person), "event", "uid", "at")


def _tidying(person: User) -> Iterator[Row]:
    yield from listed(Likeness.objects.filter(found_by=person), likeness="pk")
    yield from listed(Source.objects.filter(muted_by=person), "muted_at")


def _words(person: User) -> Iterator[Row]:
    return listed(Word.objects.filter(by=person), "event", "at", "language", "text")


def _events(person: User) -> Iterator[Row]:
    for row in listed(Organiser.objects.filter(person=person), "event", title="event__topic__title"):
        yield {"organises": True, **row}
    yield from listed(Event.objects.filter(by=person), "id", "created_at", title="topic__title")
    yield from listed(EventVersion.objects.filter(by=person), "event", "number", "at", "summary", "said")


def _duties(person: User) -> Iterator[Duty]:
    """Events that are still to come and that nobody else organises."""
    coming = Occurrence.objects.filter(ends_at__gt=clock.now()).values("event")
    others = Organiser.objects.exclude(person=person).values("event")
    mine = Event.objects.filter(organisers__person=person, pk__in=coming).exclude(pk__in=others)
    for event in mine.select_related("topic").order_by("pk")[:20]:
        text = pgettext("duty", "Nobody else organises the event %(event)s. Name somebody, or cancel it.")
        yield Duty(text % {"event": event.topic.title}, event.get_absolute_url())

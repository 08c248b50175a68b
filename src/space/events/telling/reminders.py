"""What people hear shortly before an event begins: when, by their clock, and where."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import pgettext, pgettext_lazy

from space.accounts.readers import Reader
from space.events.models import Event, Occurrence
from space.events.shown.saying import place_of, said, said_here, span_of
from space.events.shown.where import where_of
from space.languages import mark
from space.notifications import causes, kinds
from space.notifications.kinds import About, Kind, Said
from space.notifications.models import Notification

EARLY, LATE = 1, 2
KINDS = {EARLY: "event-day-before", LATE: "event-hour-before"}
_WHY = pgettext_lazy("why", "You are going to this event.")


def register() -> None:
    """Two kinds, so that everybody chooses each by itself. Called once, when everything is there."""
    from space.events.actions.reminding import of_reminder

    explanation = pgettext_lazy("kind of notification", "Of events to which you have said that you go.")
    labels = {
        EARLY: pgettext_lazy("kind of notification", "Reminder a day before an event"),
        LATE: pgettext_lazy("kind of notification", "Reminder an hour before an event"),
    }
    for which, label in labels.items():
        kinds.register(
            Kind(
                name=KINDS[which],
                label=label,
                explanation=explanation,
                icon="calendar",
                tell=words_of,
                order=68 + which,
            )
        )
    causes.register("event-reminder", of_reminder)


def words_of(lines: Sequence[Notification], reader: Reader) -> dict[int, Said]:
    """Two queries. A date that is not there any more is not told any more."""
    things = {thing for line in lines for thing in line.things}
    dates = Occurrence.objects.visible_to(reader).with_event().in_bulk(things)
    return {line.pk: _said(dates[line.things[0]], reader) for line in lines if line.things[0] in dates}


def _said(one: Occurrence, reader: Reader) -> Said:
    event = one.event
    shown, url = mark(event.topic.language), event.get_absolute_url()
    place = where_of(event, reader, one).line
    return Said(
        text=pgettext("notification", "An event that you go to begins soon"),
        url=url,
        about=About(event.topic.title, url, shown.lang, shown.dir),
        words=" · ".join(filter(None, (_when(event, one, reader), place))),
        why=_WHY,
        change=reverse("notifications:wishes"),
    )


def _when(event: Event, one: Occurrence, reader: Reader) -> str:
    """By the reader's clock; who has told none reads that of the event, with its name."""
    there = said(span_of(event, one))
    if one.is_all_day:
        return there
    if reader.time_zone:
        return said_here(event, one, whole=True) or there
    return f"{there} ({place_of(event.zone)})"

"""The words of what is told of events, made when they are read, of what the reader may see then."""

from collections.abc import Mapping, Sequence

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import pgettext, pgettext_lazy

from space.accounts.readers import Reader
from space.events.history import DATES, MOVED, RULE, STATUS, WHEN, WHERE, Difference, differences
from space.events.models import Event, EventVersion, Status
from space.languages import mark
from space.notifications.kinds import About, Said
from space.notifications.models import Notification

EVENT = "event"
# Why somebody is told.
GOING, INTERESTED, ORGANISER = "going", "interested", "organiser"
_WHY: Mapping[str, str | Promise] = {
    GOING: pgettext_lazy("why", "You are going to this event."),
    INTERESTED: pgettext_lazy("why", "You are interested in this event."),
    ORGANISER: pgettext_lazy("why", "You organise this event."),
}


def words_of(lines: Sequence[Notification], reader: Reader) -> dict[int, Said]:
    """Three queries, however many lines. What a reader may not see any more is left out."""
    found = EventVersion.objects.in_bulk({thing for line in lines for thing in line.things})
    wanted = {version.event_id for version in found.values()}
    events = Event.objects.visible_to(reader).select_related("topic").in_bulk(wanted)
    numbers = {version.number - 1 for version in found.values()}
    before_them = EventVersion.objects.filter(event__in=events, number__in=numbers)
    earlier = {(one.event_id, one.number): one for one in before_them}
    said = {}
    for line in lines:
        version = found.get(line.things[0])
        event = events.get(version.event_id) if version else None
        if version and event:
            before = earlier.get((event.pk, version.number - 1))
            said[line.pk] = _said(line, event, version, before)
    return said


def _said(line: Notification, event: Event, version: EventVersion, before: EventVersion | None) -> Said:
    shown, url = mark(event.topic.language), event.get_absolute_url()
    text, words = told_of(version, before)
    return Said(
        text=text,
        url=url,
        about=About(event.topic.title, url, shown.lang, shown.dir),
        words=" · ".join(filter(None, (words, version.summary))),
        why=_WHY.get(line.because, ""),
        change=reverse("notifications:wishes"),
    )


def told_of(version: EventVersion, before: EventVersion | None) -> tuple[str, str]:
    """What is another now, in a sentence; and how it is now."""
    found = {one.name: one for one in differences(before.said if before else None, version.said)}
    if STATUS in found:
        return _of_status(version.said["status"], before), ""
    sentences = {
        WHEN: pgettext("notification", "Its day or time has changed"),
        RULE: pgettext("notification", "It repeats in another way"),
        DATES: pgettext("notification", "One of its dates is not as the others"),
        WHERE: pgettext("notification", "Its place has changed"),
    }
    name = next((one for one in (*sentences, *MOVED) if one in found), "")
    text = sentences.get(name, pgettext("notification", "This event has changed"))
    return text, _now(found.get(name))


def _of_status(status: str, before: EventVersion | None) -> str:
    if status == Status.CANCELLED:
        return pgettext("notification", "This event is cancelled")
    if before and before.said["status"] == Status.CANCELLED:
        return pgettext("notification", "This event takes place after all")
    if status == Status.CONFIRMED:
        return pgettext("notification", "This event is sure to take place now")
    return pgettext("notification", "This event can still change")


def _now(difference: Difference | None) -> str:
    return difference.after if difference else ""

"""What people hear of events that they go to: a place that became free for them, and words of its organisers."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import pgettext, pgettext_lazy

from space.accounts.readers import Reader
from space.events.models import Event, Word
from space.languages import mark
from space.notifications import causes, kinds
from space.notifications.kinds import About, Kind, Said
from space.notifications.models import Notification

ATTENDANCE = "attendance"
PLACE, WORD, MERGED = "place", "word", "merged"
_WHY = {
    PLACE: pgettext_lazy("why", "You waited for a place."),
    WORD: pgettext_lazy("why", "You are going to this event, or interested in it."),
    MERGED: pgettext_lazy("why", "You are going to this event, or interested in it."),
}


def register() -> None:
    """Called once, when everything is there."""
    from space.events.actions import telling_attendees

    kinds.register(
        Kind(
            name=ATTENDANCE,
            label=pgettext_lazy("kind of notification", "Events you go to"),
            explanation=pgettext_lazy(
                "kind of notification",
                "A place became free for you, or the organisers have something to say.",
            ),
            icon="calendar",
            tell=words_of,
            order=68,
        )
    )
    causes.register("event-place", telling_attendees.of_place)
    causes.register("event-word", telling_attendees.of_word)
    causes.register("event-merged", telling_attendees.of_merged)


def words_of(lines: Sequence[Notification], reader: Reader) -> dict[int, Said]:
    """Nothing of an event that its reader may not see any more."""
    of_words = {thing for line in lines if line.because == WORD for thing in line.things}
    words = Word.objects.select_related("by").in_bulk(of_words)
    wanted = {word.event_id for word in words.values()}
    wanted |= {thing for line in lines if line.because != WORD for thing in line.things}
    events = Event.objects.visible_to(reader).select_related("topic").in_bulk(wanted)
    said = ((line.pk, _said(line, words, events)) for line in lines)
    return {pk: one for pk, one in said if one is not None}


def _said(line: Notification, words: dict[int, Word], events: dict[int, Event]) -> Said | None:
    word = words.get(line.things[0]) if line.because == WORD else None
    event = events.get(word.event_id if word else line.things[0])
    if event is None or (line.because == WORD and word is None):
        return None
    lang, url = mark(event.topic.language), event.get_absolute_url()
    spoken = mark(word.language) if word else None
    return Said(
        text=_text(word, line.because),
        url=url,
        about=About(event.topic.title, url, lang.lang, lang.dir),
        words=word.text if word else "",
        words_lang=spoken.lang if spoken else "",
        words_dir=spoken.dir if spoken else "auto",
        why=_WHY.get(line.because, ""),
        change=reverse("notifications:wishes"),
    )


def _text(word: Word | None, because: str) -> str:
    if word:
        return pgettext("notification", "A word from the organisers of an event")
    if because == MERGED:
        return pgettext(
            "notification", "The event that you answered turned out to be this one. Your answer is here now"
        )
    return pgettext("notification", "A place became free, and it is yours: you are going")

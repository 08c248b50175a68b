"""What who comes without an account is written, in words and links; the language is the one that is on."""

from dataclasses import dataclass

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import pgettext

from space.accounts.readers import NOBODY
from space.community.look import NAME
from space.events.guest_links import confirm_link, own_link
from space.events.models import Event, EventVersion, Guest, Word
from space.events.shown.attending import waits_as
from space.events.shown.dates import coming, dated
from space.events.shown.saying import place_of
from space.events.shown.where import where_of
from space.events.telling.words import told_of


@dataclass(frozen=True)
class Written:
    """The title of the event follows the subject. `words` are somebody's own."""

    subject: str
    text: str
    label: str
    link: str
    words: str = ""
    foot: str = ""


def confirm(guest: Guest, event: Event) -> Written:
    """Without the name that was typed: whoever typed it need not be whose address it is."""
    return Written(
        pgettext("letter", "Please confirm that you come"),
        pgettext(
            "letter", "somebody gave this address to come to an event. If it was you, please confirm it."
        ),
        pgettext("letter", "To confirm it (this link is good once, for two days):"),
        confirm_link(guest),
        foot=pgettext("letter", "If it was not you, do nothing: this address is forgotten then."),
    )


def again(guest: Guest, event: Event) -> Written:
    """To who comes already, when their address is given once more."""
    text = pgettext(
        "letter", "somebody gave this address to come to an event. You said already that you come."
    )
    return _own(guest, pgettext("letter", "You come already"), text)


def placed(guest: Guest, event: Event) -> Written:
    if waits := waits_as(guest.attendance):
        return _own(guest, pgettext("letter", "You wait for a place"), waits)
    return _own(
        guest, pgettext("letter", "You are coming"), pgettext("letter", "you are coming to this event.")
    )


def moved_up(guest: Guest, event: Event) -> Written:
    text = pgettext("letter", "a place became free, and it is yours: you are coming.")
    return _own(guest, pgettext("letter", "A place for you"), text)


def merged(guest: Guest, event: Event) -> Written:
    text = pgettext(
        "letter", "the event that you come to turned out to be this one: you are counted here now."
    )
    return _own(guest, pgettext("letter", "Your event is at another page"), text)


def changed(guest: Guest, event: Event, *, version: EventVersion, before: EventVersion | None) -> Written:
    text, now = told_of(version, before)
    return _own(guest, text, f"{text}.", "\n".join(filter(None, (now, version.summary))))


def word(guest: Guest, event: Event, *, of: Word) -> Written:
    subject = pgettext("letter", "A word from the organisers")
    return _own(guest, subject, pgettext("letter", "the organisers of this event write:"), of.text)


def in_full(written: Written, guest: Guest, event: Event) -> str:
    date = dated(event, coming(event, NOBODY, 1)[0], NOBODY)
    where = where_of(event, NOBODY, date.occurrence)
    zone = "" if date.occurrence.is_all_day else f" ({place_of(event.zone)})"
    context = {
        "written": written,
        "title": event.topic.title,
        "when": f"{date.when}{zone}",
        "where": where.line,
        "online": online_link(guest, event),
        "url": f"{settings.ORIGIN}{event.get_absolute_url()}",
        "place": NAME(),
        "origin": settings.ORIGIN,
    }
    return render_to_string("events/letters/letter.txt", context)


def online_link(guest: Guest, event: Event) -> str:
    """For who has a place, where it is not for everybody."""
    if guest.confirmed_at is None or not guest.attendance.has_place:
        return where_of(event, NOBODY).online_url
    return event.online_url


def _own(guest: Guest, subject: str, text: str, words: str = "") -> Written:
    return Written(
        subject,
        text,
        pgettext("letter", "To change what you said, or to take it back:"),
        own_link(guest),
        words,
        pgettext("letter", "Your address is shown to nobody, and deleted 90 days after the event."),
    )

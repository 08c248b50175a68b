"""What the calendar says where nothing takes place, and the next step."""

from django.urls import reverse
from django.utils.translation import pgettext

from space.accounts.readers import Reader
from space.events.lists.asked import Asked, View, today
from space.events.lists.wanted import Wanted


def empty(asked: Asked, reader: Reader) -> dict[str, str]:
    if asked.wanted.mine and not reader.is_authenticated:
        return {
            "title": pgettext("empty list", "Your events are for you alone"),
            "text": pgettext("empty list", "Sign in to see what you organise, go to or are interested in."),
            "url": asked.url(wanted=asked.wanted.but(mine=False)),
            "action": pgettext("empty list", "See all events"),
        }
    if asked.wanted or asked.spoken(reader).codes:
        return {
            "title": pgettext("empty list", "No event fits all of this"),
            "text": pgettext("empty list", "Take one of the filters away, or look at another time."),
            "url": asked.url(wanted=Wanted().speaking("all")),
            "action": pgettext("empty list", "See all events"),
        }
    told = _past() if _is_over(asked) else _coming()
    return {**told, "url": reverse("events:add"), "action": pgettext("button", "Add an event")}


def _is_over(asked: Asked) -> bool:
    now = today()
    return (asked.day.year, asked.day.month) < (now.year, now.month) and asked.view != View.LIST


def _past() -> dict[str, str]:
    return {
        "title": pgettext("empty list", "Nothing is known to have taken place then"),
        "text": pgettext(
            "empty list", "You can add what took place too: it shows others what communities do, and where."
        ),
    }


def _coming() -> dict[str, str]:
    return {
        "title": pgettext("empty list", "Nothing is planned here yet"),
        "text": pgettext(
            "empty list",
            "Meetups, workshops, contests, online hours: whatever brings people together. Say when and where, even "
            "before it is sure, so that others keep clear of the day.",
        ),
    }

"""What somebody has begun to write in the form of an event is kept like a draft of Discuss."""

import re
from collections.abc import Mapping

from django.urls import reverse
from django.utils.translation import pgettext

from space.accounts.readers import Reader
from space.discuss.drafts.forms import keep_also
from space.discuss.drafts.places import GONE, Drafts, Place, register
from space.discuss.drafts.purposes import Purpose
from space.events.models import Event
from space.events.permissions import can_add, can_change

_A_DAY = re.compile(r"\d{4}-\d\d-\d\d")
TO_ADD = Purpose("event")
# Of the forms of events, beside what those of Discuss have, and how long they may be at most.
_WORDS = {
    "place": 400, "address": 600, "region": 200, "point": 500, "online_url": 1_000, "wiki_url": 1_000,
    "spoken": 500, "organisers": 3_000, "more_days": 2_000,
    "place_before": 400, "point_before": 100,
}  # fmt: skip
_CHOICES = {
    "first_day": 20, "last_day": 20, "first_time": 20, "last_time": 20, "all_day": 3, "zone": 64, "repeats": 20,
    "every": 10, "weekdays": 40, "ends": 10, "until": 20, "times": 10, "how": 10, "country": 10, "place_follows": 3,
    "online_for_going": 3, "tentative": 3, "types": 200, "projects": 400, "capacity": 20, "geoname": 20,
    "guests": 3, "of": 10,
}  # fmt: skip


def to_change(event: Event) -> Purpose:
    return Purpose("eventchange", event.pk)


def to_change_later(event: Event) -> Purpose:
    """From one of its dates on; the draft says which one."""
    return Purpose("eventlater", event.pk)


def register_drafts() -> None:
    """Called once, from `ready()`."""
    keep_also(_WORDS, _CHOICES, several=["weekdays", "types", "projects"])
    register("event", _new_events, of_one=False)
    register("eventchange", _changes, of_one=True)
    register("eventlater", _changes, of_one=True)


def _new_events(drafts: Drafts, reader: Reader) -> Mapping[str, Place]:
    place = Place(pgettext("draft", "New event"), can_add(reader), reverse("events:add"))
    return {draft.key: place for _, draft in drafts}


def _changes(drafts: Drafts, reader: Reader) -> Mapping[str, Place]:
    seen = Event.objects.visible_to(reader).filter(pk__in=[purpose.pk for purpose, _ in drafts])
    found = {event.pk: event for event in seen.with_topic().prefetch_related("organisers")}
    return {
        draft.key: _change(found.get(purpose.pk), reader, str(draft.data.get("of", "")))
        for purpose, draft in drafts
    }


def _change(event: Event | None, reader: Reader, of: str) -> Place:
    what = pgettext("draft", "Event")
    if event is None:
        return Place(what, GONE)
    address = reverse("events:change", args=[event.pk])
    if _A_DAY.fullmatch(of):
        address = reverse("events:later", args=[event.pk, of])
    return Place(what, can_change(reader, event), address, event.topic.title, event.topic.language)

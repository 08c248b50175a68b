"""What somebody has begun to write in the form of an event is kept like a draft of Discuss."""

from collections.abc import Mapping

from django.urls import reverse
from django.utils.translation import pgettext

from space.accounts.readers import Reader
from space.discuss.drafts.places import Drafts, Place, register
from space.discuss.drafts.purposes import Purpose
from space.events.permissions import can_add

TO_ADD = Purpose("event")


def register_drafts() -> None:
    """Called once, from `ready()`."""
    register("event", _new_events, of_one=False)


def _new_events(drafts: Drafts, reader: Reader) -> Mapping[str, Place]:
    place = Place(pgettext("draft", "New event"), can_add(reader), reverse("events:add"))
    return {draft.key: place for _, draft in drafts}

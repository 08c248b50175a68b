"""What the form of an event can begin with: templates of ours, and those that people keep."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import get_language, pgettext_lazy

from space.accounts.readers import Reader
from space.discuss.models import Category
from space.discuss.rooms import categories
from space.events.forms.event import SEVERAL, EventForm
from space.events.forms.where import ON_SITE, ONLINE
from space.events.models import Template, Type
from space.kit.fields import whole_number

# What is said of one event and no other, or of its form.
_OF_ONE = {
    "first_day", "last_day", "more_days", "until", "key", "draft", "began", "summary", "of", "place_before",
    "point_before", "geoname",
}  # fmt: skip


@dataclass(frozen=True)
class Ours:
    label: str | Promise
    text: str | Promise
    said: Mapping[str, Any]


OURS: dict[str, Ours] = {
    "edit-a-thon": Ours(
        Type.EDIT_A_THON.label,
        pgettext_lazy(
            "event template",
            "We write together about …\n\n"
            "**For whom:** everybody. Nobody needs to have edited before; somebody sits beside you.\n\n"
            "**Bring:** a laptop if you have one, and a book or a newspaper about the subject.\n\n"
            "**What happens**\n\n"
            "- Welcome, and how a page is changed\n"
            "- We choose pages and write\n"
            "- A break with something to eat\n"
            "- We show each other what is new",
        ),
        {"types": [Type.EDIT_A_THON], "how": ON_SITE, "first_time": "10:00", "last_time": "16:00"},
    ),
    "meetup": Ours(
        Type.MEETUP.label,
        pgettext_lazy(
            "event template",
            "We meet, eat something and talk about what we are working on.\n\n"
            "**For whom:** whoever reads, writes or is curious.\n\n"
            "**How to find us:** ask for … ; a … stands on the table.",
        ),
        {"types": [Type.MEETUP], "how": ON_SITE, "first_time": "19:00", "last_time": "21:00"},
    ),
    "office-hour": Ours(
        Type.OFFICE_HOUR.label,
        pgettext_lazy(
            "event template",
            "An hour for your questions about …\n\n"
            "**How it works:** come when you like, ask, and leave when you know. Write questions below before, if you "
            "cannot come; the answers are written there too.\n\n"
            "**Languages:** …",
        ),
        {"types": [Type.OFFICE_HOUR], "how": ONLINE, "first_time": "17:00", "last_time": "18:00"},
    ),
}


def held(typed: QueryDict) -> dict[str, Any]:
    """Of what was typed into the form all that another event can begin with."""
    names = (name for name in EventForm.base_fields if name in typed and name not in _OF_ONE)
    said = {name: typed.getlist(name) if name in SEVERAL else typed[name] for name in names}
    return {name: value for name, value in said.items() if value}


def begun_with(asked: str, reader: Reader) -> dict[str, Any]:
    """What the template holds that an address names, by the key of one of ours or by its id."""
    if ours := OURS.get(asked):
        return {**ours.said, "text": str(ours.text), "language": get_language() or ""}
    pk = whole_number(asked)
    kept = (
        Template.objects.visible_to(reader).select_related("category").filter(pk=pk).first() if pk else None
    )
    if kept is None:
        return {}
    said = {name: value for name, value in kept.said.items() if name in EventForm.base_fields}
    pinned = {"place_before": said.get("place", ""), "point_before": said.get("point", "")}
    return said | pinned | {"category": kept.category or _room(said.get("category"), reader)}


def _room(pk: Any, reader: Reader) -> Category | None:
    return next((one for one in categories(reader) if str(one.pk) == str(pk)), None)

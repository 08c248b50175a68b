"""What can be changed of a category, in words: for its form, for its history, and where two changed it at once."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import pgettext, pgettext_lazy

from space import languages
from space.discuss.models import Approval, Category, Door, FirstList
from space.discuss.trust_words import with_number

# Lazy strings all.
LABELS: dict[str, Any] = {
    "name": pgettext_lazy("category", "Name"),
    "description": pgettext_lazy("category", "Description"),
    "language": pgettext_lazy("category", "Language"),
    "tone": pgettext_lazy("category", "Colour"),
    "icon": pgettext_lazy("category", "Icon"),
    "parent": pgettext_lazy("category", "Stands below"),
    "position": pgettext_lazy("category", "Place in the order"),
    "kind": pgettext_lazy("category", "Kind"),
    "who_starts": pgettext_lazy("category", "Who starts topics"),
    "trust_to_start": pgettext_lazy("category", "Trust needed to start topics"),
    "who_replies": pgettext_lazy("category", "Who replies"),
    "trust_to_reply": pgettext_lazy("category", "Trust needed to reply"),
    "approval": pgettext_lazy("category", "Posts that wait for a moderator"),
    "first_list": pgettext_lazy("category", "List that is shown first"),
    "template": pgettext_lazy("category", "What a new topic's text begins with"),
    "suppressed_from_latest": pgettext_lazy("category", "Keep out of the common lists"),
    "noindex": pgettext_lazy("category", "Ask search engines to leave it out"),
}
# What people wrote; it stands among the reasons of the log. The rest are codes.
TEXTS = frozenset({"name", "description", "template"})

TONES: dict[int, Any] = {
    1: pgettext_lazy("colour", "Red"),
    2: pgettext_lazy("colour", "Blue"),
    3: pgettext_lazy("colour", "Green"),
    4: pgettext_lazy("colour", "Ochre"),
    5: pgettext_lazy("colour", "Violet"),
    6: pgettext_lazy("colour", "Pink"),
    7: pgettext_lazy("colour", "Orange"),
    8: pgettext_lazy("colour", "Teal"),
    9: pgettext_lazy("colour", "Grey"),
    10: pgettext_lazy("colour", "Olive"),
    11: pgettext_lazy("colour", "Brown"),
    12: pgettext_lazy("colour", "Cornflower"),
}
ICONS: dict[str, Any] = {
    "": pgettext_lazy("icon", "None"),
    "speechBubbles": pgettext_lazy("icon", "Conversation"),
    "speechBubble": pgettext_lazy("icon", "Voice"),
    "help": pgettext_lazy("icon", "Question"),
    "lightbulb": pgettext_lazy("icon", "Idea"),
    "info": pgettext_lazy("icon", "Information"),
    "bell": pgettext_lazy("icon", "Bell"),
    "newspaper": pgettext_lazy("icon", "News"),
    "book": pgettext_lazy("icon", "Book"),
    "language": pgettext_lazy("icon", "Languages"),
    "globe": pgettext_lazy("icon", "World"),
    "map": pgettext_lazy("icon", "Map"),
    "mapPin": pgettext_lazy("icon", "Place"),
    "calendar": pgettext_lazy("icon", "Calendar"),
    "camera": pgettext_lazy("icon", "Camera"),
    "image": pgettext_lazy("icon", "Picture"),
    "code": pgettext_lazy("icon", "Code"),
    "settings": pgettext_lazy("icon", "Tools"),
    "chartBar": pgettext_lazy("icon", "Numbers"),
    "table": pgettext_lazy("icon", "Table"),
    "edit": pgettext_lazy("icon", "Writing"),
    "userGroup": pgettext_lazy("icon", "People"),
    "hand": pgettext_lazy("icon", "Hand"),
    "heart": pgettext_lazy("icon", "Heart"),
    "star": pgettext_lazy("icon", "Star"),
    "flag": pgettext_lazy("icon", "Flag"),
    "key": pgettext_lazy("icon", "Key"),
    "lock": pgettext_lazy("icon", "Lock"),
    "tag": pgettext_lazy("icon", "Tag"),
    "search": pgettext_lazy("icon", "Search"),
    "clock": pgettext_lazy("icon", "Clock"),
    "archive": pgettext_lazy("icon", "Archive"),
    "home": pgettext_lazy("icon", "House"),
    "feedback": pgettext_lazy("icon", "Feedback"),
    "move": pgettext_lazy("icon", "Way out"),
}


def said(field: str, value: Any) -> str:
    """A value of these fields, as the log keeps it, in words of today; as it is where it means nothing any more."""
    try:
        return str(_SAID[field](value)) if field in _SAID else str(value)
    except (KeyError, ValueError):
        return str(value)


def code_of(category: Category, field: str) -> str | int:
    """What holds of a category in this field, as the log keeps it: texts are no codes."""
    if field == "parent":
        return category.parent.slug if category.parent else ""
    value = getattr(category, field)
    return int(value) if isinstance(value, bool) else value


def _yes_or_no(value: Any) -> str:
    return pgettext("category", "yes") if value else pgettext("category", "no")


_SAID: dict[str, Callable[[Any], Any]] = {
    "language": lambda code: languages.autonym(code) if code else pgettext("category", "none in particular"),
    "tone": lambda number: TONES[int(number)],
    "icon": lambda name: ICONS[name],
    "parent": lambda slug: slug or pgettext("category", "nothing: at the top"),
    "who_starts": lambda door: Door(door).label,
    "who_replies": lambda door: Door(door).label,
    "trust_to_start": lambda trust: with_number(int(trust)),
    "trust_to_reply": lambda trust: with_number(int(trust)),
    "approval": lambda whose: Approval(whose).label,
    "first_list": lambda name: FirstList(name).label,
    "suppressed_from_latest": _yes_or_no,
    "noindex": _yes_or_no,
    # Of groups of tags.
    "one_a_topic": _yes_or_no,
    "trust": lambda trust: with_number(int(trust)),
}

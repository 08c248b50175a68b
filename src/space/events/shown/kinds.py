"""The types of events by colour and shape: a bar says both, and its words say it too."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from django.utils.safestring import SafeString

from space.events.models import Type
from space.web.templatetags.space import icon

_LOOKS = {
    Type.EDIT_A_THON: (3, "edit"),
    Type.MEETUP: (2, "userGroup"),
    Type.CONFERENCE: (5, "speechBubbles"),
    Type.WORKSHOP: (4, "lightbulb"),
    Type.TRAINING: (10, "book"),
    Type.CONTEST: (7, "star"),
    Type.HACKATHON: (8, "code"),
    Type.CAMPAIGN: (6, "flag"),
    Type.OFFICE_HOUR: (9, "clock"),
    Type.OTHER: (11, "calendar"),
}
# The enumeration itself looks through all of them each time it is asked.
_TYPES = {kind.value: kind for kind in Type}


class Look(NamedTuple):
    name: str
    tone: int
    icon: SafeString


def look_of(types: Sequence[str]) -> Look:
    """As the first of its types looks."""
    kind = _TYPES.get(types[0], Type.OTHER) if types else Type.OTHER
    tone, shape = _LOOKS[kind]
    return Look(str(kind.label), tone, _icon(shape))


def looks_of(types: Sequence[str]) -> list[Look]:
    return [look_of((kind,)) for kind in types]


def legend() -> list[Look]:
    return looks_of(Type.values)


@cache
def _icon(name: str) -> SafeString:
    return icon(name, "icon--small")

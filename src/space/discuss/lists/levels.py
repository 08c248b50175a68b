"""The menu by which one says how much one wants to hear of something."""

from typing import Any

from django.db.models import Q
from django.utils.translation import pgettext_lazy

from space.accounts.readers import Reader
from space.discuss.models import Following, Level

_ICONS = {Level.MUTED: "eyeClosed", Level.NORMAL: "bell", Level.TRACKING: "eye", Level.WATCHING: "star"}

OF_TOPIC = {
    Level.WATCHING: pgettext_lazy("level of a topic", "You see every new post in Unread."),
    Level.TRACKING: pgettext_lazy("level of a topic", "New posts are counted in Unread."),
    Level.NORMAL: pgettext_lazy("level of a topic", "Nothing is counted, unless you write here."),
    Level.MUTED: pgettext_lazy("level of a topic", "Lists leave it out."),
}
OF_ROOM = {
    Level.NORMAL: pgettext_lazy("level of a category", "Its topics stand in your lists."),
    Level.MUTED: pgettext_lazy("level of a category", "Your lists leave its topics out."),
}
OF_PERSON = {
    Level.WATCHING: pgettext_lazy("level of a person", "Where they write stands in your list Following."),
    Level.NORMAL: pgettext_lazy("level of a person", "Nothing special."),
    Level.MUTED: pgettext_lazy(
        "level of a person", "Their topics stay out of your lists, their posts are folded."
    ),
}
NAMES_OF_PERSON = {
    Level.WATCHING: pgettext_lazy("level of a person", "Following"),
    Level.NORMAL: pgettext_lazy("level of a person", "Not following"),
    Level.MUTED: pgettext_lazy("level of a person", "Muted"),
}


def levels(
    says: dict[Level, Any], now: int | None, names: dict[Level, Any] | None = None
) -> list[dict[str, Any]]:
    """The choices of such a menu; one of them is how it is now."""
    current = Level.NORMAL if now is None else now
    return [
        {
            "value": level.value,
            "label": (names or {}).get(level, level.label),
            "says": told,
            "icon": _ICONS[level],
            "current": level == current,
        }
        for level, told in says.items()
    ]


def level_of(reader: Reader, **thing: Any) -> int:
    """How much this reader wants to hear of a category, a tag or a person (`other`)."""
    found = Following.objects.filter(Q(**thing), person=reader.pk).values_list("level", flat=True).first()
    return Level.NORMAL if found is None else found

"""The menu by which one says how much one wants to hear of something."""

from dataclasses import dataclass
from typing import Any

from django.template.loader import render_to_string
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, pgettext_lazy

from space.discuss.models import Level
from space.web import fragments

# Where a kept menu holds what is of one thing, one page or one person.
_VALUE, _HERE, _TOKEN = "\x01", "\x02", "\x03"

_ICONS = {
    Level.MUTED: "eyeClosed",
    Level.NORMAL: "bell",
    Level.TRACKING: "eye",
    Level.WATCHING: "star",
    Level.FIRST_POSTS: "newspaper",
}

OF_TOPIC = {
    Level.WATCHING: pgettext_lazy("level of a topic", "You are told of every new post."),
    Level.TRACKING: pgettext_lazy("level of a topic", "New posts are counted in Unread."),
    Level.NORMAL: pgettext_lazy("level of a topic", "You are told when somebody names or answers you."),
    Level.MUTED: pgettext_lazy("level of a topic", "You are told of nothing, and lists leave it out."),
}
OF_ROOM = {
    Level.WATCHING: pgettext_lazy(
        "level of a category or tag", "You are told of every new post in its topics."
    ),
    Level.FIRST_POSTS: pgettext_lazy(
        "level of a category or tag", "You are told of each new topic, not of replies."
    ),
    Level.TRACKING: pgettext_lazy(
        "level of a category or tag", "New posts are counted in Unread where you opened a topic."
    ),
    Level.NORMAL: pgettext_lazy(
        "level of a category or tag", "You are told when somebody names or answers you."
    ),
    Level.MUTED: pgettext_lazy("level of a category or tag", "Your lists leave its topics out."),
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


@dataclass(frozen=True)
class Menu:
    """Such a menu: what its levels say, where it sends, and the hidden field that names the thing (or none)."""

    says: dict[Level, Any]
    action: str
    name: str = ""
    names: dict[Level, Any] | None = None
    # The menu that comes for an answer takes the place of the one that asked.
    swaps: bool = False

    def shown(self, now: int | None, *, here: str, value: str = "") -> dict[str, Any]:
        """What the partial of such a menu needs, but for the token."""
        current = Level.NORMAL if now is None else Level(now)
        levels = self._levels(current)
        return {"action": self.action, "name": self.name, "levels": levels, "value": value, "here": here}

    def html(
        self, now: int | None, *, here: str, token: str, value: str = "", again: bool = False
    ) -> SafeString:
        """The menu with one level chosen, kept and filled in. It leads back to `here`; `again` it takes the focus."""
        key = (self.action if not self.name else self.name, now or Level.NORMAL, again)

        def build(_: object) -> dict[Any, str]:
            menu = self.shown(now, here=_HERE, value=_VALUE) | {"swaps": self.swaps, "again": again}
            return {key: render_to_string("discuss/_level.html", {"menu": menu, "csrf_token": _TOKEN})}

        html = fragments.kept("level-menu", [key], build, language=get_language() or "")[key]
        for gap, words in ((_VALUE, value), (_HERE, here), (_TOKEN, token)):
            html = html.replace(gap, escape(words), 1)
        return mark_safe(html)

    def _levels(self, current: Level) -> list[dict[str, Any]]:
        return [
            {
                "value": level.value,
                "label": (self.names or {}).get(level, level.label),
                "says": told,
                "icon": _ICONS[level],
                "current": level == current,
            }
            for level, told in self.says.items()
        ]

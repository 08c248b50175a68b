"""The keys, as the help sheet tells them. What each presses is said by elements: data-key (docs/architecture.md)."""

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from space.discuss.lists.wanted import Order
from space.web import menu

KEYS: list[dict[str, Any]] = [
    {
        "title": pgettext_lazy("keyboard", "Everywhere"),
        "keys": [
            (["g", "h"], pgettext_lazy("keyboard", "go home")),
            (["g", "l"], pgettext_lazy("keyboard", "go to what is latest")),
            (["g", "n"], pgettext_lazy("keyboard", "go to what is new")),
            (["g", "u"], pgettext_lazy("keyboard", "go to what is unread")),
            (["g", "c"], pgettext_lazy("keyboard", "go to the categories")),
            (["g", "b"], pgettext_lazy("keyboard", "go to what concerns you, behind the bell")),
            (["c"], pgettext_lazy("keyboard", "begin a topic")),
            (["/"], pgettext_lazy("keyboard", "search, or filter a list")),
            (["?"], pgettext_lazy("keyboard", "see these keys")),
        ],
    },
    {
        "title": pgettext_lazy("keyboard", "In lists and topics"),
        "keys": [
            (["j"], pgettext_lazy("keyboard", "the next row or post")),
            (["k"], pgettext_lazy("keyboard", "the one before")),
            (["o"], pgettext_lazy("keyboard", "open the row")),
            (["u"], pgettext_lazy("keyboard", "back to the list")),
        ],
    },
    {
        "title": pgettext_lazy("keyboard", "With the post one is at"),
        "keys": [
            (["r"], pgettext_lazy("keyboard", "reply")),
            (["q"], pgettext_lazy("keyboard", "quote it, or what is selected in it")),
            (["l"], pgettext_lazy("keyboard", "copy its link")),
            (["b"], pgettext_lazy("keyboard", "bookmark it")),
            (["e"], pgettext_lazy("keyboard", "edit it")),
        ],
    },
]


def tell(title: str | Promise, *keys: tuple[list[str], str | Promise]) -> None:
    """Let the sheet tell keys of an app above. Called from `ready()`."""
    KEYS.append({"title": title, "keys": list(keys)})


def lead_by_keys() -> None:
    """At the foot of every page: the way to the sheet, and links that keys alone press, after those that are shown."""
    menu.register("foot", pgettext_lazy("menu", "Keys"), "discuss:keys", order=50, key="?")
    for order, (key, one) in enumerate((("g l", Order.LATEST), ("g n", Order.NEW), ("g u", Order.UNREAD))):
        menu.register("keys", one.label, "discuss:list", order=order, key=key, args=(one,))
    categories, start = pgettext_lazy("topic list", "Categories"), pgettext_lazy("button", "New topic")
    menu.register("keys", categories, "discuss:categories", order=8, key="g c")
    menu.register("keys", start, "discuss:start", order=9, key="c")

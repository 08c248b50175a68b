"""The way to the queue in the person's menu, how much waits there, and the keys of the queue."""

from django.utils.translation import pgettext_lazy

from space.accounts.readers import Reader
from space.discuss import keys
from space.kit.gathering import short
from space.review.models.counted import MOST
from space.review.permissions import can_review
from space.web import menu


def waiting(reader: Reader) -> str:
    """How many cases and appeals wait for this reader, as it came with the session; empty where nothing does."""
    n = int(reader.carries.get("cases_waiting") or 0) if can_review(reader) else 0
    return short(n, MOST)


def register_menus() -> None:
    """Called once, when everything is there."""
    menu.register(
        "person",
        pgettext_lazy("menu", "Review"),
        "review:queue",
        order=12,
        icon="flag",
        who=can_review,
        count=waiting,
    )
    menu.register("foot", pgettext_lazy("menu", "Moderation log"), "review:log", order=15)
    keys.tell(
        pgettext_lazy("keyboard", "In the review queue, for moderators"),
        (["j"], pgettext_lazy("keyboard", "the next case")),
        (["k"], pgettext_lazy("keyboard", "the one before")),
        (["o"], pgettext_lazy("keyboard", "open the case")),
        (["a"], pgettext_lazy("keyboard", "agree, and say what follows")),
        (["x"], pgettext_lazy("keyboard", "keep what was flagged")),
        (["c"], pgettext_lazy("keyboard", "claim the case, or let it go")),
        (["u"], pgettext_lazy("keyboard", "back to the queue")),
    )

"""The way to the queue in the person's menu. How much waits is said there: asked everywhere it would cost a query."""

from django.utils.translation import pgettext_lazy

from space.review.permissions import can_review
from space.web import menu


def register_menus() -> None:
    """Called once, when everything is there."""
    menu.register(
        "person", pgettext_lazy("menu", "Review"), "review:queue", order=12, icon="flag", who=can_review
    )

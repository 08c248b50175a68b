"""Events as search knows them: the first post of their topic, which leads to their page."""

from django.db.models import Q
from django.utils.translation import pgettext_lazy

from space.discuss.models import Kind
from space.search import naming
from space.search.grammar.choices import Choice
from space.search.grammar.generic import KINDS


def be_found() -> None:
    """Called once, from `ready()`."""
    naming.species("event", pgettext_lazy("species", "Events"), "calendar", order=6)
    KINDS.register(
        Choice(
            "event",
            pgettext_lazy("filter value", "event"),
            pgettext_lazy("filter", "with time and place, in the Calendar"),
            topics=lambda _: Q(kind=Kind.EVENT),
            order=10,
        )
    )

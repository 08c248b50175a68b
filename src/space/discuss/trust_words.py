"""Levels of trust in words: what one is called, and how one comes to it."""

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import pgettext_lazy

from space.accounts.models import Trust

_HOW: dict[Trust, str | Promise] = {
    Trust.NEW: pgettext_lazy("how one comes to trust", "Everybody begins with it."),
    Trust.BASIC: pgettext_lazy(
        "how one comes to trust", "It comes by itself when one has read here for a little while."
    ),
    Trust.MEMBER: pgettext_lazy(
        "how one comes to trust", "It comes by itself when one has read and taken part here for some weeks."
    ),
    Trust.REGULAR: pgettext_lazy(
        "how one comes to trust", "Moderators give it to people who have taken part here for long."
    ),
    Trust.LEADER: pgettext_lazy(
        "how one comes to trust", "Moderators give it to people who help to look after this place."
    ),
}


def how(trust: int) -> str | Promise:
    return _HOW[Trust(trust)]


def with_number(trust: int) -> str | Promise:
    """As administrators choose it: the number, which texts about this place use, and its name."""
    return format_lazy("{}: {}", trust, Trust(trust).label)

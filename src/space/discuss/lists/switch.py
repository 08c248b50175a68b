"""The switch *my languages / all* over a list of topics."""

from django.utils.safestring import SafeString
from django.utils.translation import get_language

from space.accounts.narrowing import Switch
from space.accounts.readers import Reader
from space.discuss.lists.hidden import hidden_in, told
from space.discuss.lists.pills import spoken
from space.discuss.lists.places import Place
from space.discuss.lists.wanted import CHOSEN_ONESELF, Filters, Wanted
from space.languages import canonical


def switch_html(
    place: Place, wanted: Wanted, filters: Filters, period: str, reader: Reader, token: str
) -> SafeString | str:
    """`wanted` is the list that is shown, without what stands pinned on top of it."""
    order = wanted.order
    if order in CHOSEN_ONESELF and not filters.languages:
        return ""
    choice = place.spoken(filters, reader)
    switch = Switch(
        where=place.name,
        choice=choice,
        address=lambda asked: place.of(order, filters.speaking(asked), period=period),
        hidden=told(hidden_in(wanted, choice.shown, reader)) if choice.codes else "",
        offer=offer(reader),
    )
    return switch.html(reader, token)


def offer(reader: Reader) -> str:
    """To nobody in particular the language of the page, which the browser asked for: where not all is in it."""
    if reader.is_authenticated:
        return ""
    code, there = canonical(get_language() or ""), spoken.get()
    return code if code in there and len(there) > 1 else ""

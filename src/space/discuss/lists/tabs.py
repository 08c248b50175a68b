"""The lists one can choose from, with how much is new and unread in them."""

from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from space.accounts.readers import Reader
from space.discuss.lists.counts import Counts
from space.discuss.lists.places import Place
from space.discuss.lists.taste import Taste
from space.discuss.lists.wanted import Filters, Order
from space.web import fragments

# Where the numbers stand in kept tabs.
NEW, UNREAD = "\x01", "\x02"
_PUBLIC = (Order.LATEST, Order.TOP, Order.HOT, Order.UNANSWERED)


def tabs_html(place: Place, order: str, filters: Filters, numbers: Counts, reader: Reader) -> SafeString:
    follows = Taste.of(reader).follows
    key = (place.address, order, filters, reader.is_member, follows, bool(numbers.new), bool(numbers.unread))

    def build(_: object) -> dict[Any, str]:
        shown = _tabs(place, order, filters, numbers, _orders(place, reader, follows))
        return {
            key: render_to_string(
                "discuss/_tabs.html", {"tabs": shown, "on_categories": order == "categories"}
            )
        }

    # Filters that somebody wrote are many, so what stands around them is not kept.
    made = (
        build(None) if filters.text else fragments.kept("tabs", [key], build, language=get_language() or "")
    )
    html = made[key]
    return mark_safe(html.replace(NEW, str(numbers.new)).replace(UNREAD, str(numbers.unread)))


def _orders(place: Place, reader: Reader, follows: bool) -> list[Order]:
    """Lists of somebody are for members; Following stands where everything does, for who follows anybody."""
    if not reader.is_member:
        return list(_PUBLIC)
    return [one for one in Order if one != Order.FOLLOWING or (follows and place.is_everything)]


def _tabs(
    place: Place, order: str, filters: Filters, numbers: Counts, orders: list[Order]
) -> list[dict[str, Any]]:
    counted = {Order.NEW: NEW if numbers.new else "", Order.UNREAD: UNREAD if numbers.unread else ""}
    return [
        {
            "label": one.label,
            "url": place.of(one, filters),
            "current": one == order,
            "count": counted.get(one, ""),
            "hot": one == Order.UNREAD,
        }
        for one in orders
    ]

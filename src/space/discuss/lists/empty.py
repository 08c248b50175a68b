"""What an empty list says: what would be here, and the next step."""

from collections.abc import Callable

from django.utils.translation import pgettext

from space.discuss.lists.places import Place
from space.discuss.lists.wanted import Filters, Order
from space.languages import ALL
from space.web import menu


def empty_list(place: Place, order: str, filters: Filters, *, narrows: bool) -> dict[str, str] | None:
    """Title, text, and where to go on. None for a list in which nobody has said anything yet.

    `narrows`: it shows only some languages.
    """
    if narrows and order != Order.NEW and filters.speaking("") == Filters():
        return _told(
            pgettext("empty list", "Nothing in these languages"),
            pgettext("empty list", "There may be something in others."),
            place.of(order, Filters().speaking(ALL)),
            pgettext("languages", "Show all languages"),
        )
    if filters:
        return _told(
            pgettext("empty list", "Nothing fits all of these filters"),
            pgettext("empty list", "Take one of them away, and there may be more."),
            place.of(order, Filters()),
            pgettext("empty list", "Show without filters"),
        )
    if order == Order.NEW:
        return _told(
            pgettext("empty list", "Nothing new"),
            pgettext("empty list", "Topics that were begun lately and that you have not opened stand here."),
            place.of(Order.LATEST, filters),
            pgettext("empty list", "See the latest"),
        )
    if order == Order.UNREAD:
        return _told(
            pgettext("empty list", "Nothing unread"),
            pgettext(
                "empty list",
                "Topics where you wrote, or read for a while, stand here when someone answers.",
            ),
            place.of(Order.NEW, filters),
            pgettext("empty list", "See what is new"),
        )
    told = _OTHERS.get(order)
    return told(place) if told else None


def _unanswered(place: Place) -> dict[str, str]:
    return _told(
        pgettext("empty list", "Everything has a reply"),
        pgettext("empty list", "Topics that nobody has answered yet stand here. Today there is none."),
        place.of(Order.LATEST, Filters()),
        pgettext("empty list", "See the latest"),
    )


def _scored(place: Place) -> dict[str, str]:
    return _told(
        pgettext("empty list", "Quiet so far"),
        pgettext(
            "empty list",
            "Topics with many people and replies stand here. The list is made every ten minutes.",
        ),
        place.of(Order.LATEST, Filters()),
        pgettext("empty list", "See the latest"),
    )


def _following(place: Place) -> dict[str, str]:
    return _told(
        pgettext("empty list", "Nothing from people you follow"),
        pgettext("empty list", "Follow somebody on their page, and where they write stands here."),
        place.of(Order.LATEST, Filters()),
        pgettext("empty list", "See the latest"),
    )


_OTHERS: dict[str, Callable[[Place], dict[str, str]]] = {
    Order.UNANSWERED: _unanswered,
    Order.TOP: _scored,
    Order.HOT: _scored,
    Order.FOLLOWING: _following,
}


def _told(title: str, text: str, url: str, action: str) -> dict[str, str]:
    help_url = menu.doors().get("help_lists", "")
    return {"title": title, "text": text, "url": url, "action": action, "help_url": help_url}

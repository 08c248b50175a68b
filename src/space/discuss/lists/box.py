"""The box over a list, in which its filters stand as a text."""

from collections.abc import Mapping
from typing import Any

from space.discuss.lists.places import Place, periods_of
from space.discuss.lists.wanted import Filters
from space.discuss.lists.written import Asked
from space.web import menu


def box_of(asked: Asked, period: str) -> dict[str, Any]:
    """Where the text goes, what goes along with it, and what was wrong in it."""
    along = {"below": "" if asked.filters.below else "no", "period": period}
    return {
        "url": asked.place.of(asked.order, Filters()),
        "text": asked.written,
        "along": [(name, value) for name, value in along.items() if value],
        "problems": asked.text.problems,
        "help_url": menu.doors().get("help_filters", ""),
    }


def moved(asked: Asked, place: Place, order: str, query: Mapping[str, str]) -> str:
    """Where the list is that somebody wrote the filters of, if it has another address than this."""
    if "q" not in query:
        return ""
    is_here = (place.address, order, query["q"]) == (asked.place.address, asked.order, asked.filters.text)
    period = periods_of(asked.order, query.get("period", ""))
    return "" if is_here and query["q"] else asked.place.of(asked.order, asked.filters, period=period)

"""The archive by months, and what an empty list says."""

from typing import Any

from django.urls import reverse
from django.utils import formats
from django.utils.translation import pgettext

from space.blog.lists.counted import Counted, counted
from space.blog.lists.wanted import Filters
from space.blog.shown.finding import month_of
from space.community import units
from space.web import menu


def years(known: Counted) -> list[dict[str, Any]]:
    """Each with its months, the newest first, and how many stories appeared in them."""
    return [
        {
            "year": year,
            "told": units.stories(number),
            "months": [_month(*one) for one in known.months if one[0] == year],
        }
        for year, number in known.years
    ]


def beside(year: int, month: int) -> dict[str, Any]:
    """The months with stories before and after this one."""
    known = [(one[0], one[1]) for one in counted.get().months]
    later = [one for one in known if one > (year, month)]
    earlier = [one for one in known if one < (year, month)]
    return {
        "later": _link(*min(later)) if later else None,
        "earlier": _link(*max(earlier)) if earlier else None,
    }


def name_of(year: int, month: int) -> str:
    # Translators: a month with its year in Django's letters for dates; in English it gives November 2026.
    return formats.date_format(month_of(year, month)[0], pgettext("date format", "F Y"))


def _month(year: int, month: int, number: int) -> dict[str, Any]:
    return {**_link(year, month), "n": number, "told": units.stories(number)}


def _link(year: int, month: int) -> dict[str, str]:
    return {"url": reverse("blog:month", args=[year, month]), "name": name_of(year, month)}


def empty_list(filters: Filters) -> dict[str, str]:
    """What would be here, and the next step."""
    if filters.language and filters == Filters(language=filters.language):
        return {
            "title": pgettext("empty list", "No story in this language yet"),
            "text": pgettext(
                "empty list", "You can write the first one, or translate a story that you liked."
            ),
            "url": reverse("blog:home"),
            "action": pgettext("empty list", "See all stories"),
        }
    if filters:
        return {
            "title": pgettext("empty list", "No story fits all of this"),
            "text": pgettext("empty list", "Take one of the filters away, and there may be more."),
            "url": reverse("blog:home"),
            "action": pgettext("empty list", "See all stories"),
        }
    told = {
        "title": pgettext("empty list", "No story has been told yet"),
        "text": pgettext(
            "empty list",
            "What communities did, learnt or found is told here, by themselves. Anybody can hand in a story.",
        ),
    }
    if submit := menu.doors().get("submit", ""):
        told |= {"url": submit, "action": pgettext("button", "Submit news")}
    return told

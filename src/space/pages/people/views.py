from collections.abc import Iterable
from typing import Any

from django.db.models import Count, F, Func
from django.http import HttpResponse
from django.shortcuts import render

from space import languages
from space.accounts.actions import PEOPLE
from space.accounts.requests import Request
from space.pages.people.asking import PARAMETERS, Asked, Order
from space.pages.people.finding import alike, communities, listed, people
from space.pages.people.rows import rows
from space.web.kept import Kept
from space.web.pagecache import page_for_everybody

ON_A_PAGE = 30
# More languages than anybody looks through; the others are found by their address.
_LANGUAGES = 150


@page_for_everybody(PEOPLE, "scores", parameters=PARAMETERS)
def directory(request: Request) -> HttpResponse:
    """Everybody who lets themselves be found, the same for every reader."""
    asked = Asked.of(request.GET)
    found = people(asked, ON_A_PAGE + 1)
    shown, more = found[:ON_A_PAGE], len(found) > ON_A_PAGE
    context = {
        "asked": asked,
        "rows": rows(shown),
        "alike": rows(alike(asked)) if asked.name and not (found or asked.after) else [],
        "older": asked.at(shown[-1].place, shown[-1].pk) if more else "",
        "newest": asked.address if asked.after else "",
        "everybody": Asked().address,
        **_choices(asked),
    }
    return render(request, "pages/people.html", context)


def _choices(asked: Asked) -> dict[str, Any]:
    return {
        "languages": _languages(asked.language),
        "communities": [
            {"value": slug, "label": name, "chosen": slug == asked.community}
            for slug, name in known_communities.get()
        ],
        "orders": [
            {"value": order.value, "label": order.label, "chosen": order == asked.order} for order in Order
        ],
    }


def _languages(chosen: str) -> list[dict[str, Any]]:
    """Those that people here read, by their own names."""
    codes: Iterable[str] = dict.fromkeys([*read_here.get(), *([chosen] if chosen else [])])
    found = [(languages.autonym(code), code) for code in codes]
    return [
        {"value": code, "label": name, "lang": languages.bcp47(code), "chosen": code == chosen}
        for name, code in sorted(found, key=lambda one: (one[0].casefold(), one[1]))
    ]


def _read_here() -> tuple[str, ...]:
    """The languages that people say they read, the most frequent first."""
    each = listed().order_by().annotate(code=Func(F("languages"), function="unnest"))
    found = each.values("code").annotate(n=Count("pk")).order_by("-n", "code")
    return tuple(row["code"] for row in found[:_LANGUAGES])


def _known_communities() -> tuple[tuple[str, str], ...]:
    return tuple(communities().values_list("slug", "name"))


# Counting all people takes a while, so the languages are counted again when other lists are made: every ten minutes.
read_here: Kept[tuple[str, ...]] = Kept("scores", _read_here)
known_communities: Kept[tuple[tuple[str, str], ...]] = Kept(PEOPLE, _known_communities)

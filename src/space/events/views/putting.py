"""The page from which somebody takes what puts our events on their site or wiki."""

from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import pgettext, pgettext_lazy
from django.views.decorators.http import require_safe

from space.accounts.readers import NOBODY
from space.accounts.requests import Request
from space.events.exports import wikitext
from space.events.exports.addresses import calendar_address, feeds_of, for_wikis, subscriptions
from space.events.exports.found import coming
from space.events.exports.frames import SIZES, Size, frame_of, picture_address, picture_of
from space.events.exports.titles import title_of
from space.events.lists.embedded import KINDS, EmbeddedMap, embedded_at
from space.events.lists.wanted import Wanted
from space.languages.negotiation import interface_languages, spoken

_KINDS = {
    "calendar": pgettext_lazy("embed", "Month"),
    "list": pgettext_lazy("embed", "List"),
    "map": pgettext_lazy("embed", "Map"),
}


@require_safe
def put(request: Request) -> HttpResponse:
    """All of it is made as nobody sees it: what is put elsewhere is for everybody."""
    asked = EmbeddedMap.of(request.GET)
    wanted, year = asked.wanted, str(asked.year or "")
    kind = request.GET.get("kind", "")
    kind = kind if kind in KINDS else "calendar"
    lang = spoken(request.GET.get("lang", ""))
    size = next((one for one in SIZES if one.key == request.GET.get("size")), SIZES[0])
    context = {
        "title": title_of(wanted, with_site=False),
        "kept": wanted.said() | ({"year": year} if year else {}),
        "back_url": wanted.at(reverse("events:map" if kind == "map" else "events:calendar")),
        "kinds": [{"key": key, "label": label, "is_here": key == kind} for key, label in _KINDS.items()],
        "sizes": [{"key": one.key, "label": one.label, "is_here": one is size} for one in SIZES],
        "languages": _languages(lang),
        **_frame(kind, wanted, size, lang, year),
        **_wiki(wanted),
        "pictures": [
            {"code": picture_of(shape, wanted, year), "address": picture_address(shape, wanted, year)}
            for shape in ("svg", "png")
        ],
        # By the name under which the page itself was asked for: from any other one it would not be let in.
        "picture_here": picture_address("svg", wanted, year).removeprefix(settings.ORIGIN),
        "ics": calendar_address(wanted),
        "feeds": feeds_of(wanted),
        "subscribe_url": wanted.at(reverse("events:subscribe")),
        "webcal": subscriptions(wanted)["webcal"],
    }
    return render(request, "events/embed/put.html", context)


def _frame(kind: str, wanted: Wanted, size: Size, lang: str, year: str) -> dict[str, Any]:
    more = {"year": year if kind == "map" else "", "lang": lang}
    code = frame_of(kind, wanted, width=size.width, height=size.height, **more)
    shown = embedded_at(kind, wanted, **more)
    return {"code": code, "preview": shown, "width": size.width or "100%", "height": size.height}


def _wiki(wanted: Wanted) -> dict[str, Any]:
    table, on_map = for_wikis(wanted)
    dates = coming(wanted, NOBODY, wikitext.AT_MOST)
    on_a_map = [date for date in dates if date.where.has_point]
    return {
        "table": {"text": wikitext.table_of(dates), "way": table},
        "mapframe": {"text": wikitext.map_of(on_a_map), "way": on_map},
        "origin": settings.ORIGIN,
    }


def _languages(lang: str) -> list[dict[str, Any]]:
    own = {"code": "", "label": pgettext("embed", "As the reader's browser says"), "is_here": not lang}
    return [
        own,
        *(
            {"code": one.code, "label": one.autonym, "is_here": one.code == lang}
            for one in interface_languages()
        ),
    ]

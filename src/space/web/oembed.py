"""What other places may show of a page of ours (oEmbed). Apps tell it of their pages; one address answers for all."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import ResolverMatch

from space.web.menu import doors


@dataclass(frozen=True)
class Asked:
    """Of which page, with which query, and how much room there is; 0 where nothing was said of it."""

    page: ResolverMatch
    query: Mapping[str, str]
    width: int = 0
    height: int = 0


# Parts of the answer: at least title and html; 404 for what is not for everybody.
Teller = Callable[[Asked], dict[str, Any]]
_tellers: dict[str, Teller] = {}
_WIDEST, _NARROWEST = 640, 220


def tell(teller: Teller, *pages: str) -> None:
    """From `ready()`: it tells of the pages of these names."""
    _tellers.update(dict.fromkeys(pages, teller))


def teller_of(page: str) -> Teller | None:
    return _tellers.get(page)


def told_at(address: str) -> str:
    """Where other places ask what this page of ours is; nothing where nobody answers that."""
    door = doors().get("oembed", "")
    return f"{door}?{urlencode({'url': settings.ORIGIN + address})}" if door else ""


def quoted(asked: Asked, told: dict[str, Any]) -> dict[str, Any]:
    """A quotation of ours. Needs: title, words, who, url, lang, dir."""
    return {
        "title": told["title"],
        "author_name": told["who"],
        "html": render_to_string("web/_quoted.html", told).strip(),
        "width": max(min(asked.width or _WIDEST, _WIDEST), _NARROWEST),
        "height": None,
    }

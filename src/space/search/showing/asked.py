"""What an address of search asks for: the text of the box, where filters and order stand too, languages, and a page."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlencode

from django.urls import reverse

from space.kit.fields import one_line
from space.languages import spelled
from space.search.grammar.scanning import LONGEST

# Nobody reads on; and what comes so late is hardly what was meant.
LAST_PAGE = 25


@dataclass(frozen=True)
class Asked:
    text: str = ""
    page: int = 1
    # Of the switch my languages / all, where the address says it.
    languages: str = ""

    @classmethod
    def of(cls, query: Mapping[str, str]) -> "Asked":
        """`within` is a filter that a page has put beside the box, such as `topic:7`; it becomes part of the text."""
        within = one_line(query.get("within", ""))[: LONGEST // 2]
        words = one_line(query.get("q", ""))[: LONGEST - len(within) - 1 if within else LONGEST]
        page = query.get("page", "")
        number = int(page) if page.isdecimal() and len(page) < 4 else 1
        text = f"{words} {within}".strip() if within not in words else words
        return cls(text, min(max(number, 1), LAST_PAGE), spelled(query.get("languages", "")))


def address(text: str = "", page: int = 1, languages: str = "", feed: str = "") -> str:
    """Of the results of a text: a page of them, or their feed in this shape."""
    said = {"q": text, "languages": languages, "page": str(page) if page > 1 else ""}
    said = {key: value for key, value in said.items() if value}
    return _bare(feed) + (f"?{urlencode(said)}" if said else "")


@cache
def _bare(feed: str) -> str:
    """A page holds dozens of them."""
    return reverse("search:feed", args=[feed]) if feed else reverse("search:results")

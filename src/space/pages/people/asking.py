"""What somebody wants to find in the directory."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.db.models import TextChoices
from django.urls import reverse
from django.utils.translation import pgettext_lazy

from space import languages
from space.discuss.lists.wanted import Order as Lists
from space.discuss.lists.wanted import place_of, position
from space.kit.fields import one_line

_LONGEST = 100


class Order(TextChoices):
    NAME = "name", pgettext_lazy("order of people", "By name")
    LATELY = "lately", pgettext_lazy("order of people", "Who wrote lately")
    NEWEST = "newest", pgettext_lazy("order of people", "Newest first")


# What a page shows last: a time or a name as lists are sorted by it, and an id.
Position = tuple[datetime | str, int]
# Names in an address; with another one, such as a name that is looked for, a page is made and not kept.
PARAMETERS = ("language", "community", "order", "before")


@dataclass(frozen=True)
class Asked:
    """All filters hold at once. What means nothing is left out, so that every address gives a page."""

    name: str = ""
    language: str = ""
    community: str = ""
    order: str = Order.NAME
    after: Position | None = None

    @classmethod
    def of(cls, query: Mapping[str, str]) -> "Asked":
        order = query.get("order", "")
        order = order if order in Order.values else Order.NAME
        language = query.get("language", "")
        return cls(
            name=one_line(query.get("name", ""))[:_LONGEST],
            language=language if languages.known(language) else "",
            community=query.get("community", "")[:_LONGEST],
            order=order,
            after=_position(query.get("before", ""), order),
        )

    @property
    def is_narrowed(self) -> bool:
        return bool(self.name or self.language or self.community)

    @property
    def address(self) -> str:
        """Of the first page of this list."""
        return self._at("")

    def at(self, place: datetime | str, pk: int) -> str:
        """The address of the page that goes on after this person."""
        return self._at(place_of(place, pk) if isinstance(place, datetime) else f"{place}_{pk}")

    def but(self, **changes: Any) -> "Asked":
        return replace(self, **changes)

    def _at(self, place: str) -> str:
        said = {
            "name": self.name,
            "language": self.language,
            "community": self.community,
            "order": "" if self.order == Order.NAME else str(self.order),
            "before": place,
        }
        said = {name: value for name, value in said.items() if value}
        return reverse("pages:people") + (f"?{urlencode(said)}" if said else "")


def _position(text: str, order: str) -> Position | None:
    if order != Order.NAME:
        return position(text, Lists.LATEST)  # type: ignore[return-value]
    name, _, pk = text.rpartition("_")
    return (name, int(pk)) if pk.isdecimal() and pk.isascii() and len(pk) < 19 else None

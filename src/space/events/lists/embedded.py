"""What a page of ours within a page of somebody else's is asked for."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Self

from django.urls import reverse

from space.events.lists.asked import CALENDAR, Asked, View
from space.events.lists.mapped import MAP, MapAsked
from space.events.lists.wanted import Wanted
from space.languages.negotiation import spoken

# Names of the pages, as their addresses end.
KINDS = ("calendar", "list", "map")
ON_CALENDAR = CALENDAR
ON_MAP = tuple(name for name in MAP if name != "place")


def embedded_at(kind: str, wanted: Wanted, **more: str) -> str:
    """Where a page stands that others show. `mine` means nothing there: it is shown as to nobody."""
    return wanted.but(mine=False).at(reverse(f"events:embed_{kind}"), **more)


@dataclass(frozen=True)
class Embedded(Asked):
    """A month, a week or a list in a frame: ways to other days lead on within it, all others to Space itself."""

    lang: str = ""

    @classmethod
    def of(cls, query: Mapping[str, str], *, is_list: bool = False) -> Self:
        asked = super().of(query)
        week = asked.view == View.WEEK
        view = View.LIST if is_list else View.WEEK if week else View.MONTH
        return replace(
            asked, view=view, wanted=asked.wanted.but(mine=False), lang=spoken(query.get("lang", ""))
        )

    def url(
        self, *, view: str = "", day: date | None = None, wanted: Wanted | None = None, **more: int
    ) -> str:
        if view and view != self.view:
            return super().url(view=view, day=day, wanted=wanted, **more)
        kind = "list" if self.view == View.LIST else "calendar"
        said: dict[str, Any] = {
            "view": View.WEEK if self.view == View.WEEK else "",
            "day": (day or self.day).isoformat(),
            "lang": self.lang,
            **{name: str(value) for name, value in more.items()},
        }
        return embedded_at(kind, wanted or self.wanted, **said)

    @property
    def at_home(self) -> str:
        """The same at Space itself."""
        return super().url()


@dataclass(frozen=True)
class EmbeddedMap(MapAsked):
    @classmethod
    def of(cls, query: Mapping[str, str]) -> Self:
        asked = super().of(query)
        return replace(asked, wanted=asked.wanted.but(mine=False))

"""Raster tiles under the points of the map, if the operator chose some; and what the privacy page says of them."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings

from space.accounts.readers import Reader
from space.web import panels


@dataclass(frozen=True)
class Tiles:
    # With {z}, {x} and {y}.
    address: str
    # Whose they are, what they say of privacy, and what stands below the map.
    by: str
    privacy: str
    credit: str

    @property
    def origin(self) -> str:
        """All that a browser may ask for pictures beside us."""
        parts = urlsplit(self.address)
        return f"{parts.scheme}://{parts.netloc}"


def tiles() -> Tiles | None:
    if not settings.MAP_TILES:
        return None
    host = urlsplit(settings.MAP_TILES).netloc
    by = settings.MAP_TILES_BY or host
    return Tiles(settings.MAP_TILES, by, settings.MAP_TILES_PRIVACY, settings.MAP_TILES_CREDIT or by)


def register_tiles() -> None:
    """Called once, from `ready()`."""
    panels.register("privacy", order=10, partial="events/map/_tiles_told.html", content=_told)


def _told(page: Any, reader: Reader) -> dict[str, Any] | None:
    chosen = tiles()
    return {"tiles": chosen} if chosen else None

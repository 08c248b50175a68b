"""Beside an event stands where it came from, if it came from elsewhere."""

from typing import Any

from space.accounts.readers import Reader
from space.events.models import Event, Imported
from space.web import panels


def register_provenance() -> None:
    """Called once, from `ready()`."""
    panels.register("event-side", order=80, partial="events/_came_from.html", content=_came_from)


def _came_from(event: Event, reader: Reader) -> dict[str, Any] | None:
    found = Imported.objects.filter(event=event).select_related("source").first()
    return {"source": found.source.name} if found else None

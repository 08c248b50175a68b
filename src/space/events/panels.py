"""What stands on the page of an event beside what its form holds."""

from space.events.outside_panels import register_provenance
from space.events.shown.attending import attendance_of
from space.web import panels


def register_panels() -> None:
    """Called once, from `ready()`."""
    panels.register("event-side", order=10, partial="events/_attendance.html", content=attendance_of)
    register_provenance()

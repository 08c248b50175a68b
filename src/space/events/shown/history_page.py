"""The history of an event as its page shows it."""

from typing import Any

from django.urls import reverse

from space.accounts.faces import face_of
from space.events.history import differences, with_before
from space.events.models import Event
from space.kit import clock
from space.web.times import day, iso

_MOST = 200


def told(event: Event) -> list[dict[str, Any]]:
    """Newest first: who changed what, when, and why."""
    versions = event.versions.select_related("by")[: _MOST + 1]
    found = with_before(versions)
    return [
        {
            "number": version.number,
            "by": vars(face_of(version.by)),
            "day": day(version.at, clock.now()),
            "iso": iso(version.at),
            "why": version.summary,
            "differences": differences(before.said if before else None, version.said),
            "is_first": version.number == 1,
        }
        for version, before in found[:_MOST]
        if before is not None or version.number == 1
    ]


def history_of_text(event: Event) -> str:
    return reverse("discuss:history", args=[event.topic.slug, event.topic_id, 1])

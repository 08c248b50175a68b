"""What an app hands over to be found. Search knows kinds and never content."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet


@dataclass(frozen=True)
class Document:
    """One thing as search knows it. What nobody may see has no document, or is NOBODY's."""

    kind: str
    pk: int
    title: str
    text: str
    # MediaWiki's code, or empty.
    lang: str
    # Who may know of it: `groups.circles.Circle`, or the id of a group.
    circle: int
    written_at: datetime
    author: int | None = None
    # Things of one topic stand together in answers; 0 stands alone.
    topic: int = 0
    place: int | None = None
    tags: tuple[int, ...] = ()
    # What people call it, where that is more than its kind: "conversation", "question", "archive", "person".
    species: str = ""
    # Closed or archived: stands a little lower.
    lowered: bool = False


def locked_batch(
    rows: QuerySet[Any], document: Callable[[Any], Document], after: int, most: int
) -> tuple[list[Document], int | None]:
    """What a `Kind` answers for things that stand for themselves. Locked, so that nothing old is told as new."""
    locked = rows.select_for_update(of=("self",), no_key=True)
    found = list(locked.filter(pk__gt=after).order_by("pk")[:most])
    return list(map(document, found)), found[-1].pk if found else None

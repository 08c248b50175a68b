"""What an app hands over to be found. Search knows kinds and never content."""

from dataclasses import dataclass
from datetime import datetime


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

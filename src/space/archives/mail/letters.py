"""What a message of an archive is, from its bytes in a file to the text that people will read."""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Place:
    """Where a message stands, so that a report can point at it. `number` counts from 1."""

    file: str
    number: int
    offset: int
    length: int

    def __str__(self) -> str:
        return f"{self.file}, message {self.number} (byte {self.offset})"


@dataclass(frozen=True, slots=True)
class Author:
    """Who wrote, as the header says. The address never reaches a page or the database."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Heading:
    """What threading needs to know of a message. `repairs` names what had to be guessed."""

    place: Place
    message_id: str
    references: tuple[str, ...]
    hints: tuple[str, ...]
    subject: str
    author: Author
    date: datetime | None
    repairs: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that came with a message."""

    name: str
    media_type: str
    data: bytes


@dataclass(slots=True)
class Content:
    """What a message says: plain text with addresses still in it, and the files that came along."""

    text: str = ""
    attachments: list[Attachment] = field(default_factory=list)
    repairs: set[str] = field(default_factory=set)


class BrokenMessageError(ValueError):
    """This is no message, or none that anybody could read; the text says why, for the report."""

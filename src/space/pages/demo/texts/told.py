"""What a file tells: a conversation, its posts, and all that happened to both. Times count back from now."""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path


@dataclass(frozen=True)
class Version:
    """How a post read since then. `by` is its author, or who edited it in the author's stead."""

    ago: timedelta
    text: str
    by: str


@dataclass(frozen=True)
class Reaction:
    kind: str
    by: tuple[str, ...]


@dataclass(frozen=True)
class Bookmark:
    by: str
    note: str


@dataclass(frozen=True)
class Deletion:
    """The reason is empty where the author took back what was said."""

    ago: timedelta
    by: str
    reason: str


@dataclass(frozen=True)
class Note:
    """What the post is about, for who would rather not come upon it. In the language of the post."""

    ago: timedelta
    by: str
    words: str


@dataclass(frozen=True)
class Said:
    """A post: who said it, in which language, how it read at first and after each edit, what came of it."""

    number: int
    author: str
    language: str
    versions: tuple[Version, ...]
    line: int
    reply_to: int | None = None
    is_wiki: bool = False
    reactions: tuple[Reaction, ...] = ()
    bookmarks: tuple[Bookmark, ...] = ()
    note: Note | None = None
    deletion: Deletion | None = None

    @property
    def ago(self) -> timedelta:
        return self.versions[0].ago

    @property
    def text(self) -> str:
        """As it reads now."""
        return self.versions[-1].text


@dataclass(frozen=True)
class Closing:
    by: str
    ago: timedelta
    reason: str


@dataclass(frozen=True)
class Acceptance:
    """The asker took post `number` for the answer."""

    number: int
    ago: timedelta


@dataclass(frozen=True)
class Renaming:
    """Away from this title."""

    title: str
    ago: timedelta
    by: str


@dataclass(frozen=True)
class Move:
    """Away from this room."""

    room: str
    ago: timedelta
    by: str


@dataclass(frozen=True)
class Retagging:
    """Away from these tags."""

    tags: tuple[str, ...]
    ago: timedelta
    by: str


@dataclass(frozen=True)
class Splitting:
    """These posts became a topic of this title."""

    posts: str
    title: str
    ago: timedelta
    by: str


@dataclass(frozen=True)
class Vote:
    """Numbers of options, the first is 1; in a ranked poll the preferred one comes first."""

    by: str
    choices: tuple[int, ...]


@dataclass(frozen=True)
class Poll:
    """`closes_in` counts forward from now: below zero when the poll has closed already."""

    question: str
    way: str
    is_secret: bool
    results: str
    closes_in: timedelta | None
    options: tuple[str, ...]
    votes: tuple[Vote, ...]


@dataclass(frozen=True)
class Conversation:
    path: Path
    title: str
    language: str
    tags: tuple[str, ...]
    closing: Closing | None
    posts: tuple[Said, ...]
    is_question: bool = False
    # The word in the address of the group that it is for. Its members answer for it.
    asked: str = ""
    answer: Acceptance | None = None
    pinned: str = ""
    renaming: Renaming | None = None
    move: Move | None = None
    retagging: Retagging | None = None
    splitting: Splitting | None = None
    poll: Poll | None = None

    @property
    def room(self) -> str:
        return self.path.parent.name

    @property
    def slug(self) -> str:
        return self.path.stem

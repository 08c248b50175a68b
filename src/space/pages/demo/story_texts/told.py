"""What a file tells of a story. Times count back from now; `scheduled` and `wanted` count forward."""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from space.blog.models import Stage
from space.pages.demo.texts.told import Said


@dataclass(frozen=True)
class Edition:
    """A story as it stands in one language. `alt` tells what the lead picture shows, `caption` stands under it."""

    language: str
    title: str
    summary: str
    alt: str
    caption: str
    text: str
    line: int


@dataclass(frozen=True)
class Approval:
    """A second reader of the language found it right."""

    by: str
    ago: timedelta


@dataclass(frozen=True)
class Translation:
    """Being made while `ready` is None; waiting for a second reader while `approval` is None."""

    edition: Edition
    by: str
    began: timedelta
    ready: timedelta | None = None
    approval: Approval | None = None


@dataclass(frozen=True)
class Correction:
    """Until then the original read as `before`; `by` corrected it, and the readers were told `why`."""

    before: Edition
    ago: timedelta
    by: str
    why: str


@dataclass(frozen=True)
class Note:
    """A remark at a passage of the original."""

    by: str
    ago: timedelta
    language: str
    passage: str
    text: str
    line: int
    resolved_by: str = ""
    resolved: timedelta | None = None


@dataclass(frozen=True)
class Review:
    posts: tuple[Said, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True)
class Decision:
    """Why and when it was sent back, declined or withdrawn."""

    ago: timedelta
    reason: str


@dataclass(frozen=True)
class Story:
    path: Path
    stage: Stage
    authors: tuple[str, ...]
    guests: tuple[str, ...]
    original: Edition
    began: timedelta
    translations: tuple[Translation, ...] = ()
    corrections: tuple[Correction, ...] = ()
    conversation: tuple[Said, ...] = ()
    review: Review = Review()
    is_shared: bool = True
    is_featured: bool = False
    submitted: timedelta | None = None
    decision: Decision | None = None
    scheduled: timedelta | None = None
    published: timedelta | None = None
    tags: tuple[str, ...] = ()
    projects: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    lead: str = ""
    reviewer: str = ""
    checks: tuple[str, ...] = ()
    wanted: timedelta | None = None
    note: str = ""
    wanted_in: tuple[str, ...] = ()

    @property
    def slug(self) -> str:
        return self.path.stem

    @property
    def language(self) -> str:
        return self.original.language

    @property
    def editions(self) -> tuple[Edition, ...]:
        """The original and all translations, as they read now."""
        return (self.original, *(translation.edition for translation in self.translations))

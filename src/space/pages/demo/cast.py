"""The people, rooms, groups and tags of the demo, from people.toml, categories.toml and tags.toml."""

import tomllib
from dataclasses import MISSING, dataclass, field, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Person:
    name: str
    languages: dict[str, str]
    about: str
    trust: int
    since: str
    time_zone: str
    role: str = ""
    moderates: list[str] = field(default_factory=list)
    # Roles of the newsroom: the editorial board, and the languages whose stories this person reviews.
    board: bool = False
    reviews: list[str] = field(default_factory=list)
    suspended: str = ""
    suspended_at: str = ""
    # A drawing whose middle stands for this person.
    picture: str = ""

    @property
    def mother_tongue(self) -> str:
        return next(iter(self.languages))


@dataclass(frozen=True)
class Room:
    slug: str
    name: str
    language: str
    tone: str
    icon: str
    about: str
    kind: str = ""
    parent: str = ""
    group: str = ""
    first_list: str = "latest"
    trust_to_start: int = 0
    # What a text begins with there.
    template: str = ""


@dataclass(frozen=True)
class Begun:
    """What somebody has begun to write and not sent."""

    person: str
    purpose: str
    begun: str
    title: str
    text: str
    category: str = ""


@dataclass(frozen=True)
class Circle:
    """A group: a closed one, or a community that everybody may know of."""

    slug: str
    name: str
    language: str
    about: str
    owners: list[str]
    members: list[str]
    listed: bool = False
    # Who belongs to it is told to everybody.
    shows: bool = True
    # What everybody can ask it, in the languages that are spoken there, and where its questions stand.
    asked: str = ""
    asked_in: str = ""
    speaks: tuple[str, ...] = ()
    # What who asks to join is asked; who asks just now, and when staff opened it.
    questions: tuple[str, ...] = ()
    requests: tuple[dict[str, Any], ...] = ()
    visits: tuple[dict[str, Any], ...] = ()


@dataclass(frozen=True)
class TagsTogether:
    """A group of tags."""

    name: str
    about: str
    one_a_topic: bool = False
    trust: int = 0


@dataclass(frozen=True)
class Word:
    """A tag, with other words for it."""

    name: str
    group: str
    about: str = ""
    also: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Told:
    """A category with a topic that tells what it is for."""

    category: str


@dataclass(frozen=True)
class Letter:
    """A private conversation: its posts are pairs of who and when, with what they say."""

    slug: str
    title: str
    posts: list[dict[str, str]]
    to: list[str] = field(default_factory=list)
    groups: list[str] = field(default_factory=list)


T = TypeVar("T", bound="DataclassInstance")


def people(folder: Path = HERE) -> list[Person]:
    return rows_of(folder / "people.toml", "person", Person)


def rooms(folder: Path = HERE) -> list[Room]:
    return rows_of(folder / "categories.toml", "category", Room)


def circles(folder: Path = HERE) -> list[Circle]:
    return rows_of(folder / "categories.toml", "group", Circle)


def drafts(folder: Path = HERE) -> list[Begun]:
    return rows_of(folder / "drafts.toml", "draft", Begun)


def letters(folder: Path = HERE) -> list[Letter]:
    return rows_of(folder / "messages.toml", "message", Letter)


def tag_groups(folder: Path = HERE) -> list[TagsTogether]:
    return rows_of(folder / "tags.toml", "group", TagsTogether)


def tags(folder: Path = HERE) -> list[Word]:
    return rows_of(folder / "tags.toml", "tag", Word)


def abouts(folder: Path = HERE) -> list[Told]:
    return rows_of(folder / "tags.toml", "about", Told)


def rows_of(path: Path, name: str, kind: type[T]) -> list[T]:
    """The tables of this name in a file."""
    with path.open("rb") as file:
        rows = tomllib.load(file).get(name, [])
    return [_row(path, f"{name} {number}", row, kind) for number, row in enumerate(rows, start=1)]


def _row(path: Path, which: str, row: dict[str, Any], kind: type[T]) -> T:
    """Every key known, every needed key there: a typing error must not silently change a person."""
    known = {part.name for part in fields(kind)}
    needed = {
        part.name for part in fields(kind) if part.default is MISSING and part.default_factory is MISSING
    }
    wrong = [f"“{key}” is not known" for key in sorted(row.keys() - known)]
    wrong += [f"“{key}” is missing" for key in sorted(needed - row.keys())]
    if wrong:
        raise ValueError(f"{path}, {which} ({row.get('slug') or row.get('name')}): {', '.join(wrong)}.")
    return kind(**row)

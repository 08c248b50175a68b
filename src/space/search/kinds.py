"""What can be found: apps register their kinds, and show what was found themselves."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from space.accounts.readers import Reader
from space.search.documents import Document

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True)
class Found:
    """A thing that was found, ready-made for a template, as its reader may see it."""

    url: str
    title: str
    # `lang` and `dir` of the title.
    lang: str = ""
    dir: str = "auto"
    # Plain text: passages are taken from it. With its own `lang` and `dir`.
    text: str = ""
    text_lang: str = ""
    text_dir: str = "auto"
    # The name of who wrote it, and a link to them.
    who: str = ""
    who_url: str = ""
    picture: str = ""
    when: datetime | None = None
    # Where it stands, as a category.
    place: str = ""
    place_url: str = ""
    place_lang: str = ""
    tone: int = 0
    icon: str = ""
    number: int = 0
    # What else a template of this kind shows.
    more: dict[str, Any] | None = None


@dataclass(frozen=True)
class Kind:
    """`found` gives things by their ids, and only those that this reader may see: through `visible_to`.

    `documents` gives batches of all documents of this kind behind an id, in the order of ids, with the last id:
    how the index is made anew.
    """

    label: "StrOrPromise"
    found: Callable[[Iterable[int], Reader], dict[int, Found]]
    documents: Callable[[int, int], tuple[list[Document], int | None]]


_kinds: dict[str, Kind] = {}


def register(name: str, kind: Kind) -> None:
    _kinds[name] = kind


def kind(name: str) -> Kind:
    return _kinds[name]


def kinds() -> Iterator[tuple[str, Kind]]:
    yield from _kinds.items()

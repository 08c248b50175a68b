"""Small values that every page needs and that change rarely, such as the categories."""

from collections.abc import Callable
from typing import Generic, TypeVar

from space.web.versions import ledger

T = TypeVar("T")


class Kept(Generic[T]):
    """A value of the process, loaded again when its tag was bumped; always loaded while nobody tells."""

    def __init__(self, tag: str, load: Callable[[], T]) -> None:
        self.tag = tag
        self._load = load
        self._have: tuple[int, T] | None = None

    def get(self) -> T:
        have = self._have
        if have is not None and ledger.unchanged((self.tag,), since=have[0]):
            return have[1]
        moment = ledger.moment()
        value = self._load()
        self._have = None if moment is None else (moment, value)
        return value

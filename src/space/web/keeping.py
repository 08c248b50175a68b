"""A small store in the process: bounded in bytes, least used goes first."""

import threading
from collections import OrderedDict
from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)


class Store(Generic[T]):
    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.size = 0
        self._lock = threading.Lock()
        self._things: OrderedDict[object, tuple[T, int]] = OrderedDict()

    def get(self, key: object) -> T | None:
        with self._lock:
            found = self._things.get(key)
            if found is None:
                return None
            self._things.move_to_end(key)
            return found[0]

    def get_many(self, keys: Iterable[K]) -> dict[K, T]:
        """Those of them that are kept, in one go."""
        found = {}
        with self._lock:
            for key in keys:
                if key in self._things:
                    self._things.move_to_end(key)
                    found[key] = self._things[key][0]
        return found

    def put(self, key: object, thing: T, size: int) -> None:
        """Keep it, and let go of the least used until all fits. What is larger than a tenth is not kept."""
        if size * 10 > self.limit:
            return
        with self._lock:
            self._drop(key)
            self._things[key] = (thing, size)
            self.size += size
            while self.size > self.limit:
                _, (_, freed) = self._things.popitem(last=False)
                self.size -= freed

    def drop(self, key: object) -> None:
        with self._lock:
            self._drop(key)

    def clear(self) -> None:
        with self._lock:
            self._things.clear()
            self.size = 0

    def _drop(self, key: object) -> None:
        old = self._things.pop(key, None)
        if old is not None:
            self.size -= old[1]

"""Ready-made pieces of HTML, kept by (thing, version, language).

A row of a list is the same for everybody but for the reader's own marks, which are added beside it.
Its key names the version of what it shows, so it needs no invalidation; renaming, hiding and erasing
bump `everything`, after which all is made anew.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import TypeVar

from django.conf import settings

from space.web.keeping import Store
from space.web.versions import ledger

K = TypeVar("K", bound=Hashable)
_store: Store[tuple[int, str]] = Store(settings.FRAGMENT_BYTES)
# What Python needs beside the characters of one piece and its key.
_OVERHEAD = 400


def kept(
    kind: str, keys: Iterable[K], build: Callable[[list[K]], Mapping[K, str]], *, language: str
) -> dict[K, str]:
    """The pieces for these keys: kept ones at once, all others from one call of `build`.

    `build` may leave out keys whose thing is gone. A key carries the thing's id and version.
    """
    moment = ledger.moment()
    wanted = list(keys)
    found = (
        {}
        if moment is None
        else {key: html for key in wanted if (html := _get(kind, key, language)) is not None}
    )
    missing = [key for key in wanted if key not in found]
    if missing:
        made = build(missing)
        found.update(made)
        if moment is not None:
            for key, html in made.items():
                _store.put((kind, key, language), (moment, html), len(html) * 2 + _OVERHEAD)
    return found


def _get(kind: str, key: Hashable, language: str) -> str | None:
    found = _store.get((kind, key, language))
    if found is None or not ledger.unchanged((), since=found[0]):
        return None
    return found[1]

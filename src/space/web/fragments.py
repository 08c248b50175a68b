"""Ready-made pieces of HTML, kept by (thing, version, language).

A row of a list is the same for everybody but for the reader's own marks, which are added beside it.
Its key names the version of what it shows, so it needs no invalidation; renaming, hiding and erasing
bump `everything`, after which all is made anew.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import TypeVar

from django.conf import settings

from space.web.keeping import Store
from space.web.versions import EVERYTHING, ledger

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
    wanted = list(keys)
    if not wanted:
        return {}
    moment = ledger.moment()
    if moment is None:
        return dict(build(wanted)) if wanted else {}
    found = _kept(kind, wanted, language)
    missing = [key for key in wanted if key not in found]
    if missing:
        made = build(missing)
        found.update(made)
        for key, html in made.items():
            _store.put((kind, key, language), (moment, html), len(html) * 2 + _OVERHEAD)
    return found


def _kept(kind: str, wanted: list[K], language: str) -> dict[K, str]:
    oldest = ledger.changed_at(EVERYTHING)
    have = _store.get_many((kind, key, language) for key in wanted)
    return {key: html for (_, key, _), (moment, html) in have.items() if moment >= oldest}

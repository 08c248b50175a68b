"""Which groups one can ask something, and where: the app above that holds questions says so."""

from collections.abc import Callable, Mapping

# Where one asks, by the ids of the groups that take questions now, of those that everybody may know of.
Doors = Callable[[], Mapping[int, str]]
_doors: list[Doors] = []


def register(doors: Doors) -> None:
    """Called from `ready()`."""
    _doors.append(doors)


def where_to_ask() -> dict[int, str]:
    return {pk: url for doors in _doors for pk, url in doors().items()}

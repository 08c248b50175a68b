"""What somebody is in which group, as readers carry it: rules ask the database nothing."""

from space.accounts.readers import Reader


def owned(reader: Reader) -> frozenset[int]:
    """The groups that this reader owns, also while they are being deleted."""
    return _ids(reader, "owned")


def led(reader: Reader) -> frozenset[int]:
    """The groups that this reader owns or moderates."""
    return _ids(reader, "led")


def visited(reader: Reader) -> frozenset[int]:
    """The closed groups that somebody of the staff has opened, and still may read."""
    return _ids(reader, "visited")


def belongs(reader: Reader, group: int) -> bool:
    """As a member; a visitor reads and does not belong."""
    return group in reader.groups and group not in visited(reader)


def is_quiet(reader: Reader, group: int | None) -> bool:
    """Whether nobody writes in this group of the reader any more."""
    return group is not None and group in _ids(reader, "quiet")


def holds(reader: Reader, office: str) -> bool:
    """Whether they belong to the group that is this office."""
    return reader.is_member and office in (reader.carries.get("offices") or ())


def _ids(reader: Reader, name: str) -> frozenset[int]:
    return frozenset(reader.carries.get(name) or ()) if reader.is_member else frozenset()

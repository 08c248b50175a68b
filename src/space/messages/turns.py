"""Two people who write back and forth, where all others only read."""

from collections.abc import Sequence
from itertools import pairwise


def only_other(writers: Sequence[str], name: str, *, of_last: int) -> str:
    """Who alone wrote so many of the last posts by turns with the person of this name; "" where it is not so.

    They take turns where the writer changes at half of the posts or more.
    """
    last = writers[:of_last]
    others = {one for one in last if one != name}
    turns = sum(before != after for before, after in pairwise(last))
    if len(last) < of_last or len(others) != 1 or turns * 2 < of_last:
        return ""
    return others.pop()

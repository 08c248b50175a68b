"""Whether two texts are the same but for a few words, without keeping either.

Of all runs of letters of a text the smallest hashes are kept; the more of them two texts share, the more they say the
same.
"""

import re
from collections.abc import Collection, Iterable
from hashlib import blake2b
from urllib.parse import urlsplit

_RUN = 9
_MARKS = 32
# Shorter ones are alike by chance: Thank you, welcome.
_LONG_ENOUGH = 60
ALIKE = 0.75


def marks(folded: str) -> list[int]:
    """Of a folded text; nothing for a short one."""
    letters = re.sub(r"[\W\d_]+", "", folded)
    if len(letters) < _LONG_ENOUGH:
        return []
    runs = {letters[at : at + _RUN] for at in range(len(letters) - _RUN + 1)}
    return sorted(map(_hash, runs))[:_MARKS]


def alike(ours: Collection[int], theirs: Collection[int]) -> bool:
    """By the smallest of both together, as many as each keeps."""
    if not ours or not theirs:
        return False
    both = set(sorted({*ours, *theirs})[: min(len(ours), len(theirs))])
    return len(both & set(ours) & set(theirs)) >= ALIKE * len(both)


def links(addresses: Iterable[str]) -> list[int]:
    """Of addresses: the same for one that only differs in how it is called."""
    return sorted({_hash(_plain(one)) for one in addresses})


def _plain(address: str) -> str:
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    return f"{(parts.hostname or '').removeprefix('www.')}{parts.path.rstrip('/')}"


def _hash(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big", signed=True)

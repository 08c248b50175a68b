"""Limits of what is asked often and costs little: counted in the process, so that asking writes nothing.

Several web processes together allow that many times more. For what must not be exceeded there is `actions.take`.
"""

import threading
import time
from datetime import timedelta

from space.limits.actions import Limit, too_fast

# Who asks at the same time; those who have asked least lately are forgotten first.
_MOST = 10_000
_lock = threading.Lock()
# In nanoseconds: whole numbers, so that a use is never refused by what rounding adds.
_empty_at: dict[tuple[str, str], int] = {}


def take_here(who: str, what: Limit) -> None:
    """Use one of the allowance, or refuse with the seconds until there will be one again."""
    now, period = time.monotonic_ns(), what.period // timedelta(microseconds=1) * 1000
    step = period // max(what.uses, 1)
    with _lock:
        full_at = max(_empty_at.pop((who, what.name), 0), now) + step
        wait = full_at - now - period
        _empty_at[who, what.name] = full_at if wait <= 0 else full_at - step
        if len(_empty_at) > _MOST:
            _empty_at.pop(next(iter(_empty_at)))
    if wait > 0:
        raise too_fast(wait / 1e9)


def forget_here() -> None:
    """As in a process that has just started."""
    with _lock:
        _empty_at.clear()

"""How much work something is, counted and not timed: a busy machine counts the same."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


def lines_run(work: Callable[[], object]) -> int:
    """How many lines of Python run while this works, loops line by line.

    What expressions and libraries in C do inside is not counted; `./space bench markup` times it.
    """
    before, count = sys.gettrace(), 0

    def step(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal count
        count += 1
        return step

    sys.settrace(step)
    try:
        work()
    finally:
        sys.settrace(before)
    return count

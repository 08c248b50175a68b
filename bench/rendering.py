"""How long the renderer is at work: for a text as people write them, and for texts made to weary it."""

import time
from collections.abc import Callable

from bench.machine import pace
from space.markup import LONGEST, render
from space.markup.changes import compare, compare_lines
from space.markup.tests.test_bounds import DEEP, USUAL, WEARISOME
from space.markup.tests.test_comparing import WEARISOME as PAIRS


def measure() -> None:
    _render(USUAL)  # what is loaded on first use is loaded
    print(f"pace {pace():.0f}; CPU ms, the best of five")
    print(f"{_milliseconds(lambda: _render(USUAL)):7.1f}  a usual text, {len(USUAL)} characters")
    tried = {repr(piece): (piece * LONGEST)[:LONGEST] for piece in WEARISOME}
    tried |= {f"deep: {text[:12]!r}": text for text in DEEP}
    _worst("rendered", {name: lambda text=text: _render(text) for name, text in tried.items()})
    _worst("compared", {name: _comparison(*pair) for name, pair in PAIRS.items()})


def _worst(what: str, works: dict[str, Callable[[], object]]) -> None:
    taken = sorted(((_milliseconds(work), name) for name, work in works.items()), reverse=True)
    for milliseconds, name in taken[:5]:
        print(f"{milliseconds:7.1f}  {what}: {name}")


def _milliseconds(work: Callable[[], object]) -> float:
    best = float("inf")
    for _ in range(5):
        began = time.process_time()
        work()
        best = min(best, time.process_time() - began)
    return best * 1000


def _render(text: str) -> str:
    return render(text, people=lambda _: {}).html


def _comparison(before: str, after: str) -> Callable[[], object]:
    old, new = _render(before), _render(after)
    return lambda: (compare(old, new), compare_lines(before, after))

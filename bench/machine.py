"""What processes cost: processor time and memory, from /proc (Linux)."""

import os
import re
import time
from collections.abc import Iterable, Mapping
from pathlib import Path

_TICK = os.sysconf("SC_CLK_TCK")
Groups = Mapping[str, int]


def family(pid: int) -> list[int]:
    """A process and all that descend from it."""
    children: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and (fields := _stat(int(entry.name))):
            children.setdefault(int(fields[1]), []).append(int(entry.name))
    found = [pid]
    for one in found:
        found += children.get(one, [])
    return found


def parent(pid: int) -> int:
    return int(_stat(pid)[1])


def processor_seconds(groups: Groups) -> dict[str, float]:
    """Of each family, with what its ended children used."""
    return {name: sum(map(_used, family(pid))) / _TICK for name, pid in groups.items()}


def megabytes(groups: Groups) -> dict[str, float]:
    """Proportional set size of each family: what is shared is counted once, in shares."""
    return {name: sum(map(_share, family(pid))) / 1024 for name, pid in groups.items()}


def _used(pid: int) -> int:
    return sum(map(int, _stat(pid)[11:15]))


def _share(pid: int) -> int:
    return int(_number(r"Pss:\s+(\d+)", _read(Path(f"/proc/{pid}/smaps_rollup"))))


def _number(pattern: str, text: str) -> str:
    found = re.search(pattern, text)
    return found[1] if found else "0"


def _stat(pid: int) -> list[str]:
    """The fields after the name; from the state on."""
    text = _read(Path(f"/proc/{pid}/stat"))
    return text.rpartition(")")[2].split() or ["?", *["0"] * 20]


def _read(path: Path) -> str:
    try:
        return path.read_text()
    except OSError:
        return ""


def percentile(values: Iterable[float], share: float) -> float:
    ranked = sorted(values)
    return ranked[min(len(ranked) - 1, int(share * len(ranked)))] if ranked else 0.0


def pace() -> float:
    """CPU milliseconds of a fixed piece of Python, to compare runs on a machine that others use too."""
    began = time.thread_time()
    words: dict[str, int] = {}
    for number in range(100_000):
        word = str(number * 7919 % 5003)
        words[word] = words.get(word, 0) + len(word)
    return (time.thread_time() - began) * 1000

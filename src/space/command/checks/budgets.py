"""How long a file may be. Walls, not goals: a file that reaches one becomes a package, split by noun.

Templates have a wall for their lines too: long ones hide what a page is made of.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from space.command.asking import CHECKOUT

SKIPPED = {"node_modules", ".venv", "migrations", "data", "vendor", ".git", "__pycache__"}
MADE = "static/web/"  # what the front-end build writes
# Django reads no tag across lines, so one that stands alone may be wider than what can be broken.
ONE_TAG = re.compile(r"\s*{%[^%]*%}")


def look() -> str:
    return "\n".join(overruns(CHECKOUT))


def overruns(checkout: Path) -> Iterator[str]:
    for path in sorted(files_of(checkout)):
        wall = wall_of(path.relative_to(checkout))
        if wall and (lines := path.read_text().count("\n")) > wall:
            yield f"{path.relative_to(checkout)} has {lines} lines; the wall is at {wall}"
        if path.suffix == ".html":
            yield from wide_lines(path, path.relative_to(checkout))


def wide_lines(path: Path, name: Path) -> Iterator[str]:
    for number, line in enumerate(path.read_text().splitlines(), 1):
        wall = 160 if ONE_TAG.fullmatch(line) else 140
        if len(line) > wall:
            yield f"{name}:{number} has {len(line)} characters; the wall is at {wall}"


def files_of(checkout: Path) -> Iterator[Path]:
    for folder in ("src", "tests", "bench", "frontend"):
        for path in (checkout / folder).rglob("*.*"):
            if path.is_file() and not SKIPPED & set(path.relative_to(checkout).parts):
                yield path
    yield from (path for path in (checkout / "space", checkout / "conftest.py") if path.exists())


def wall_of(path: Path) -> int | None:
    """Lines this file may have; None if nothing is said of its kind."""
    if MADE in path.as_posix():
        return None
    if path.name.startswith("test_"):
        return 400
    if path.suffix == ".html":
        return 60 if path.name.startswith("_") else 120
    walls = {".py": 300, ".css": 200, ".js": 60, ".mjs": 60}
    return 300 if path.name == "space" else walls.get(path.suffix)

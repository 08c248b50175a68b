"""Reading our own sources, for tests that hold the house to its rules."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
SPACE = CHECKOUT / "src" / "space"


def python_files() -> Iterator[Path]:
    for file in SPACE.rglob("*.py"):
        if not {"migrations", "tests", "testing"} & set(file.relative_to(SPACE).parts):
            yield file


def places_saying(pattern: str, *, outside: tuple[str, ...] = ()) -> list[str]:
    """Lines of our Python that match, as `app/file.py: line`, but for files or folders of these names."""
    found = []
    for file in python_files():
        parts = file.relative_to(SPACE).parts
        if set(parts) & set(outside):
            continue
        lines = file.read_text().splitlines()
        found += [f"{'/'.join(parts)}: {line.strip()}" for line in lines if re.search(pattern, line)]
    return found


def layers() -> list[str]:
    """The floors of the house from the top down, as the import contract names them."""
    contracts = tomllib.loads((CHECKOUT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    floors = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    return [name.removeprefix("space.") for floor in floors for name in re.split(r"\s*[|:]\s*", floor)]


def templates() -> Iterator[tuple[str, Path]]:
    """Every template with the app it belongs to."""
    for file in SPACE.glob("*/**/templates/**/*.html"):
        yield file.relative_to(SPACE).parts[0], file

"""Who drew the pictures of the stories, from drawings/credits.toml."""

import tomllib
from dataclasses import dataclass, fields
from pathlib import Path


@dataclass(frozen=True)
class Credit:
    """Of one drawing, as a file on Commons would say it; the description is in `language`."""

    title: str
    author: str
    licence: str
    taken: str
    description: str
    language: str


def credits_of(folder: Path) -> dict[str, Credit]:
    path = folder / "credits.toml"
    with path.open("rb") as file:
        rows = tomllib.load(file)
    return {name: _credit(path, name, row) for name, row in rows.items()}


def _credit(path: Path, name: str, row: dict[str, str]) -> Credit:
    needed = {part.name for part in fields(Credit)}
    if wrong := needed ^ row.keys():
        raise ValueError(f"{path}, {name}: {', '.join(sorted(wrong))} is missing or not known.")
    return Credit(**row)

"""Who asked to be erased, took that back, and was erased: numbers of accounts and days, outside of the database.

It lies in the data folder, beside the copies and in no back-up, so that a back-up that is brought back cannot make
it forget. `actions/again.py` reads it then.
"""

import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from django.conf import settings

from space.accounts.personal import Way

FILE = "erased.jsonl"


class Was(StrEnum):
    ASKED = "asked"
    TAKEN_BACK = "taken back"
    ERASED = "erased"


@dataclass(frozen=True)
class Line:
    """What became of one account at a moment; `due` is the day that its farewell waits for."""

    person: int
    was: Was
    way: Way
    at: datetime
    due: datetime


def note(line: Line) -> None:
    """Add a line at the end, on the disk when this returns. Several processes may write at once."""
    said = {name: str(value) for name, value in asdict(line).items()} | {"person": line.person}
    file = os.open(_file(), os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        os.write(file, f"{json.dumps(said)}\n".encode())
        os.fsync(file)
    finally:
        os.close(file)


def last_of_each() -> list[Line]:
    """The newest line of each account. One that a broken disk or a hand left behind stops nothing, and is told."""
    return list({line.person: line for line in _lines()}.values())


def _lines() -> Iterator[Line]:
    try:
        text = _file().read_text()
    except FileNotFoundError:
        return
    for number, written in enumerate(text.splitlines(), start=1):
        if written.strip():
            yield _read(number, written)


def _read(number: int, written: str) -> Line:
    try:
        said = json.loads(written)
        at, due = datetime.fromisoformat(said["at"]), datetime.fromisoformat(said["due"])
        return Line(int(said["person"]), Was(said["was"]), Way(said["way"]), at, due)
    except (ValueError, KeyError, TypeError) as error:
        raise ValueError(
            f"Line {number} of {_file()} cannot be read: {written[:80]!r}. Mend or remove it."
        ) from error


def _file() -> Path:
    return Path(settings.DATA) / FILE

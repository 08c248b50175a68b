"""Where copies lie: in the data folder, beside what is served and not in it. Back-ups leave it out."""

from collections.abc import Container
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings


def place(name: str) -> Path:
    """Where a file of this name is, or is to be; the folder is for us alone."""
    folder = _folder()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder / name


def size(name: str) -> int:
    return place(name).stat().st_size


def forget(name: str) -> None:
    if name:
        place(name).unlink(missing_ok=True)


def forget_others(known: Container[str], *, before: datetime) -> None:
    """What a job left that was broken off."""
    for file in _folder().glob("*.zip"):
        if file.name not in known and datetime.fromtimestamp(file.stat().st_mtime, UTC) < before:
            file.unlink(missing_ok=True)


def _folder() -> Path:
    return Path(settings.DATA) / "copies"

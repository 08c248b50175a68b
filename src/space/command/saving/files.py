"""One tar file with all of a community: the database, uploads, and a page that says what is inside.

contents.json    when, with which version; rows and sums of every table; a sum of every file
database.dump    what pg_dump made
media/...        uploads
keys/...         secret_key and archive_key, only if asked for
"""

import hashlib
import json
import os
import tarfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path, PurePosixPath
from typing import IO

from space.command.asking import Trouble
from space.command.saving.contents import Contents

KEYS = ("secret_key", "archive_key")
PAGE = "contents.json"
DUMP = "database.dump"
KIND = "wikimedia-space-backup"


@dataclass
class Page:
    """What a back-up says of itself; everything in it can be held to it."""

    made_at: str
    tables: Contents
    files: dict[str, str] = field(default_factory=dict)
    kind: str = KIND


def write(to: Path, page: Page, dumped: Path, folder: Path, *, keys: bool) -> None:
    """Write the file whole, for its owner's eyes only. Files that vanish meanwhile were not needed."""
    with os.fdopen(os.open(to, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as raw:
        with tarfile.open(fileobj=raw, mode="w", format=tarfile.PAX_FORMAT) as tar:
            _add(tar, dumped, DUMP, page)
            for path in sorted(path for path in (folder / "media").rglob("*") if path.is_file()):
                _add(tar, path, f"media/{path.relative_to(folder / 'media').as_posix()}", page)
            for name in KEYS if keys else ():
                _add(tar, folder / name, f"keys/{name}", page)
            page_file = dumped.with_name(PAGE)
            page_file.write_text(json.dumps(asdict(page), indent=1, sort_keys=True))
            tar.add(page_file, PAGE, recursive=False)
        raw.flush()
        os.fsync(raw.fileno())


def _add(tar: tarfile.TarFile, path: Path, name: str, page: Page) -> None:
    try:
        page.files[name] = _sum_of(path)
        tar.add(path, name, recursive=False)
    except FileNotFoundError:
        page.files.pop(name, None)


def read(file: Path) -> Page:
    """The page of a back-up whose every file is what the page says."""
    try:
        with tarfile.open(file, mode="r:") as tar:
            page = _page_of(tar)
            for name, wanted in page.files.items():
                if _sum(_open(tar, name)) != wanted:
                    raise Trouble(f"{file} is damaged: {name} is not what it was. Take another back-up.")
    except (tarfile.TarError, KeyError, ValueError, TypeError, OSError) as error:
        raise Trouble(f"{file} is no back-up of Space, or it is damaged ({error}).") from error
    return page


def unpack(file: Path, page: Page, to: Path) -> None:
    """Lay out the files that the page names, and no others, below a folder of ours."""
    with tarfile.open(file, mode="r:") as tar:
        for name in page.files:
            target = to / _safe(name)
            target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            with os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
                for piece in _pieces(_open(tar, name)):
                    out.write(piece)


def _page_of(tar: tarfile.TarFile) -> Page:
    said = json.load(_open(tar, PAGE))
    if said.get("kind") != KIND:
        raise ValueError("another kind of file")
    tables = {name: (int(rows), str(total)) for name, (rows, total) in said["tables"].items()}
    return Page(made_at=said["made_at"], tables=tables, files=said["files"])


def _open(tar: tarfile.TarFile, name: str) -> IO[bytes]:
    stream = tar.extractfile(name)
    if stream is None:
        raise KeyError(name)
    return stream


def _safe(name: str) -> PurePosixPath:
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts:
        raise Trouble(f"The back-up wants to write outside its folder: {name}. It is not one of ours.")
    return path


def _sum_of(path: Path) -> str:
    with path.open("rb") as stream:
        return _sum(stream)


def _sum(stream: IO[bytes]) -> str:
    total = hashlib.sha256()
    for piece in _pieces(stream):
        total.update(piece)
    return total.hexdigest()


def _pieces(stream: IO[bytes]) -> Iterator[bytes]:
    while piece := stream.read(1 << 20):
        yield piece

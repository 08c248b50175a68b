"""A copy as a file: each part as JSON for programs and as Markdown for people, and the files themselves.

It is written as it is read, row by row, so that it needs no more memory for a hundred thousand posts than for ten.
"""

import json
import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from django.core.serializers.json import DjangoJSONEncoder
from django.utils.translation import override

from space.accounts.models import User
from space.accounts.personal import Part, Row, parts
from space.kit import clock
from space.privacy.copy_index import Index

# What is packed already would only cost time.
_PACKED = (".jpg", ".png", ".webp", ".avif", ".gif", ".pdf")


def pack(person: User, to: Path) -> None:
    """Write the copy there, in the language that its person prefers."""
    with override(person.language or None), ZipFile(to, "w", ZIP_DEFLATED) as archive:
        to.chmod(0o600)
        index = Index(person)
        for part in reversed(parts()):
            index.add(part, _put_rows(archive, part, person), _put_files(archive, part, person))
        write(archive, "index.html", index.page())
        write(archive, "README.md", index.text())


def _put_rows(archive: ZipFile, part: Part, person: User) -> int:
    """As data always; as text where there is something to read. How many there are."""
    if part.rows is None:
        return 0
    counted = _Counted(part.rows(person))
    write(archive, f"{part.name}.json", as_json(counted))
    if counted.number:
        write(archive, f"{part.name}.md", as_markdown(str(part.what), str(part.why), part.rows(person)))
    return counted.number


def _put_files(archive: ZipFile, part: Part, person: User) -> list[str]:
    opened = part.files(person) if part.files else ()
    named = ((f"{part.name}/{name.replace('/', '_')}", file) for name, file in opened)
    return [name for name, file in named if put(archive, name, file)]


class _Counted:
    """Rows that are counted as they pass."""

    def __init__(self, rows: Iterator[Row]) -> None:
        self.rows, self.number = rows, 0

    def __iter__(self) -> Iterator[Row]:
        for self.number, row in enumerate(self.rows, start=1):  # noqa: B020
            yield row


def as_json(rows: Iterable[Row]) -> Iterator[str]:
    yield "["
    for number, row in enumerate(rows):
        yield (",\n" if number else "\n") + json.dumps(row, cls=DjangoJSONEncoder, ensure_ascii=False)
    yield "\n]\n"


def as_markdown(heading: str, lead: str, rows: Iterator[Row]) -> Iterator[str]:
    yield f"# {heading}\n\n{lead}\n"
    for number, row in enumerate(rows, start=1):
        yield f"\n## {_heading(number, row)}\n\n{told(row)}"


def _heading(number: int, row: Row) -> str:
    """Its place, and what it is called if it is called anything."""
    called = next(
        (row[name] for name in ("title", "name") if isinstance(row.get(name), str) and row[name]), ""
    )
    return f"{number}. {' '.join(called.split())}" if called else f"{number}"


def told(row: Row, depth: int = 3) -> str:
    """Plain values as a list, then the text as it was typed, then what came before."""
    plain, after = [], []
    for name, value in row.items():
        if name == "text":
            after.append(f"\n{value}\n")
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            after += [f"\n{'#' * depth} {_called(name)}\n\n{told(one, depth + 1)}" for one in value]
        elif value not in (None, "", []):
            plain.append(f"- {_called(name)}: {_plain(value)}\n")
    return "".join(plain + after)


def _called(name: str) -> str:
    return name.replace("_", " ")


def _plain(value: Any) -> str:
    if isinstance(value, str):
        return value
    return json.dumps(value, cls=DjangoJSONEncoder, ensure_ascii=False).strip('"')


def write(archive: ZipFile, name: str, pieces: Iterator[str]) -> None:
    with archive.open(_entry(name), "w", force_zip64=True) as out:
        for piece in pieces:
            out.write(piece.encode())


def put(archive: ZipFile, name: str, opened: Callable[[], IO[bytes]]) -> bool:
    """A file that is missing on the disk is left out. Says whether it is in."""
    try:
        file = opened()
    except FileNotFoundError:
        return False
    with file, archive.open(_entry(name), "w", force_zip64=True) as out:
        shutil.copyfileobj(file, out, 256_000)
    return True


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, clock.now().timetuple()[:6])
    entry.compress_type = ZIP_STORED if name.endswith(_PACKED) else ZIP_DEFLATED
    entry.external_attr = 0o600 << 16
    return entry

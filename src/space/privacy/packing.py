"""A copy as a file: each part as JSON for programs and as Markdown for people, and the files themselves.

It is written as it is read, row by row, so that it needs no more memory for a hundred thousand posts than for ten.
"""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from django.core.serializers.json import DjangoJSONEncoder
from django.utils.translation import override, pgettext

from space.accounts.models import User
from space.accounts.personal import Part, Row, parts
from space.community.look import NAME
from space.kit import clock

# What is packed already would only cost time.
_PACKED = (".jpg", ".png", ".webp", ".avif", ".gif", ".pdf")


def pack(person: User, to: Path) -> None:
    """Write the copy there, in the language that its person prefers."""
    with override(person.language or None), ZipFile(to, "w", ZIP_DEFLATED) as archive:
        to.chmod(0o600)
        _write(archive, "README.md", _about(person))
        for part in reversed(parts()):
            if part.rows:
                _write(archive, f"{part.name}.json", _as_json(part.rows(person)))
                _write(archive, f"{part.name}.md", _as_markdown(part, part.rows(person)))
            if part.files:
                for name, opened in part.files(person):
                    _put(archive, f"{part.name}/{name.replace('/', '_')}", opened)


def _about(person: User) -> Iterator[str]:
    said = pgettext("copy", "All that %(place)s keeps of %(name)s, on %(day)s.")
    day = clock.now().date().isoformat()
    yield f"# {said % {'place': NAME(), 'name': person.name, 'day': day}}\n\n"
    for part in reversed(parts()):
        where = f"`{part.name}.json`" if part.rows else f"`{part.name}/`" if part.files else "–"
        note = f" {part.no_copy}" if part.no_copy else ""
        yield f"- {where}: {part.what}. {part.why}{note}\n"


def _as_json(rows: Iterator[Row]) -> Iterator[str]:
    yield "["
    for number, row in enumerate(rows):
        yield (",\n" if number else "\n") + json.dumps(row, cls=DjangoJSONEncoder, ensure_ascii=False)
    yield "\n]\n"


def _as_markdown(part: Part, rows: Iterator[Row]) -> Iterator[str]:
    yield f"# {part.what}\n\n{part.why}\n"
    for number, row in enumerate(rows, start=1):
        yield f"\n## {number}\n\n{_told(row)}"


def _told(row: Row, depth: int = 3) -> str:
    """Plain values as a list, then the text as it was typed, then what came before."""
    plain, after = [], []
    for name, value in row.items():
        if name == "text":
            after.append(f"\n{value}\n")
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            after += [f"\n{'#' * depth} {_called(name)}\n\n{_told(one, depth + 1)}" for one in value]
        elif value not in (None, "", []):
            plain.append(f"- {_called(name)}: {_plain(value)}\n")
    return "".join(plain + after)


def _called(name: str) -> str:
    return name.replace("_", " ")


def _plain(value: Any) -> str:
    if isinstance(value, str):
        return value
    return json.dumps(value, cls=DjangoJSONEncoder, ensure_ascii=False).strip('"')


def _write(archive: ZipFile, name: str, pieces: Iterator[str]) -> None:
    with archive.open(_entry(name), "w", force_zip64=True) as out:
        for piece in pieces:
            out.write(piece.encode())


def _put(archive: ZipFile, name: str, opened: Callable[[], IO[bytes]]) -> None:
    """A file that is missing on the disk is left out."""
    try:
        file = opened()
    except FileNotFoundError:
        return
    with file, archive.open(_entry(name), "w", force_zip64=True) as out:
        shutil.copyfileobj(file, out, 256_000)


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, clock.now().timetuple()[:6])
    entry.compress_type = ZIP_STORED if name.endswith(_PACKED) else ZIP_DEFLATED
    entry.external_attr = 0o600 << 16
    return entry

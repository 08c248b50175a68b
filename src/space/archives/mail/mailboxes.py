"""Files and folders of mail, cut into single messages.

A line that starts with "From " parts two messages only where it ends in a date and a header line follows: people
write "From the help page ..." at the start of a line, and many archives do not escape it.
"""

import gzip
import re
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from space.archives.mail.letters import BrokenMessageError, Place

MESSAGE_BYTES = 40_000_000
_BOM = b"\xef\xbb\xbf"
_SKIPPED = {".html", ".htm", ".json", ".xml", ".png", ".jpg", ".gif", ".idx", ".lock"}

_DATED = re.compile(
    rb"From\s.*?\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+"
    rb"(?:[a-z]{3}[a-z]*\.?\s+\d{1,2}|\d{1,2}\s+[a-z]{3}[a-z]*\.?),?\s+"
    rb"(?:\d{4}\s+)?\d{1,2}:\d\d(?::\d\d)?[\w :+()/-]*\s*$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(rb"From\s+\S.*\s\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?[\w.:+ -]*\s*$")
_BARE = re.compile(rb"From\s*-?\s*$")
_HEADER = re.compile(rb"[!-9;-~]+[ \t]*:|>From\s")
_KNOWN_HEADER = re.compile(
    rb"(?:return-path|received|from|date|subject|to|cc|message-id|list-id|x-[\w-]+|mime-version|delivered-to|status"
    rb"|content-type|sender|reply-to|in-reply-to|references)[ \t]*:",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Raw:
    """One message as it stands in a file: its "From " line, where there is one, and the bytes after it."""

    place: Place
    envelope: str
    data: bytes


def mail_files(paths: list[Path]) -> Iterator[Path]:
    """The files to read, folders opened up, in an order that is the same on every run."""
    for path in paths:
        if path.is_dir():
            found = sorted(p for p in path.rglob("*") if p.is_file() and not _is_hidden(p, path))
            yield from (p for p in found if p.suffix.lower() not in _SKIPPED)
        else:
            yield path


def _is_hidden(path: Path, root: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(root).parts)


def open_mail(path: Path) -> BinaryIO:
    """The bytes of a mail file, unpacked to a temporary file when it is compressed, so that it can be read twice."""
    file = path.open("rb")
    if file.read(2) != b"\x1f\x8b":
        file.seek(0)
        return file
    file.seek(0)
    unpacked = tempfile.TemporaryFile()
    try:
        with file, gzip.GzipFile(fileobj=file) as packed:
            shutil.copyfileobj(packed, unpacked)
    except (EOFError, OSError):
        if not unpacked.tell():
            unpacked.close()
            raise
    unpacked.seek(0)
    return unpacked


def split(file: BinaryIO, name: str) -> Iterator[Raw]:
    """The messages of one file, from its beginning. A file without a "From " line is one message."""
    number, start, envelope, lines = 0, 0, "", list[bytes]()
    for offset, line, parts_here in _marked(file):
        if not parts_here:
            lines.append(line)
            continue
        if any(text.strip() for text in lines):
            number += 1
            yield _message(name, number, start, envelope, lines)
        start, envelope, lines = offset, line.decode("latin-1").strip(), []
    if any(text.strip() for text in lines):
        yield _message(name, number + 1, start, envelope, lines)


def read_at(file: BinaryIO, place: Place) -> Raw:
    """One message again, found by the place that `split` gave it."""
    file.seek(place.offset)
    lines = file.read(place.length).splitlines(keepends=True)
    if lines and place.offset == 0:
        lines[0] = lines[0].removeprefix(_BOM)
    envelope = lines.pop(0).decode("latin-1").strip() if lines and _parts(lines[0], b"Subject:") else ""
    return Raw(place, envelope, _unescaped(lines, envelope))


def _message(name: str, number: int, start: int, envelope: str, lines: list[bytes]) -> Raw:
    length = sum(map(len, lines)) + len(envelope)
    return Raw(Place(name, number, start, length), envelope, _unescaped(lines, envelope))


def _marked(file: BinaryIO) -> Iterator[tuple[int, bytes, bool]]:
    """Each line with its offset, and whether a message starts after it (which the line below decides too)."""
    offset, held = 0, None
    for line in file:
        if held is not None:
            yield held[0], held[1], _parts(held[1], line)
        held = (offset, line.removeprefix(_BOM) if offset == 0 else line)
        offset += len(line)
    if held is not None:
        yield held[0], held[1], False


def _parts(line: bytes, below: bytes) -> bool:
    if not line.startswith(b"From"):
        return False
    if _BARE.match(line):
        return bool(_KNOWN_HEADER.match(below))
    return bool(_HEADER.match(below) and (_DATED.match(line) or _NUMBERED.match(line)))


def _unescaped(lines: list[bytes], envelope: str) -> bytes:
    """Take back the ">" that a mailbox puts before "From "; mboxrd puts one before ">From " too."""
    pattern = re.compile(rb">+From ") if envelope.startswith("From mboxrd@z") else re.compile(rb">From ")
    data = b"".join(line[1:] if line[:1] == b">" and pattern.match(line) else line for line in lines)
    if len(data) > MESSAGE_BYTES:
        raise BrokenMessageError(f"larger than {MESSAGE_BYTES // 1_000_000} MB")
    return data

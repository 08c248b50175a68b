"""Files and folders of mail, cut into single messages.

A line that starts with "From " parts two messages only where it ends in a date and a header line follows:
people begin lines with "From the help page ...", and many archives do not escape it.
"""

import mmap
import re
import tempfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from space.archives.mail.letters import BrokenMessageError, Place

MESSAGE_BYTES = 40_000_000
_BOM = b"\xef\xbb\xbf"
_SKIPPED = {".html", ".htm", ".json", ".xml", ".png", ".jpg", ".gif", ".idx", ".lock"}

_SENDER = rb"From\s+(?:\S+\s+){1,5}?"
_DATED = re.compile(
    _SENDER + rb"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+"
    rb"(?:[a-z]{3}[a-z]*\.?\s+\d{1,2}|\d{1,2}\s+[a-z]{3}[a-z]*\.?),?\s+"
    rb"(?:\d{4}\s+)?\d{1,2}:\d\d(?::\d\d)?[\w :+()/-]*\s*$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(_SENDER + rb"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?[\w.:+ -]*\s*$")
_BARE = re.compile(rb"From\s*(?:-|\d+@xxx)?\s*$")
_FROM = re.compile(rb"^(From[^\n]*)\n", re.MULTILINE)
_ESCAPED = re.compile(rb"^>(From )", re.MULTILINE)
_ESCAPED_RD = re.compile(rb"^>(>*From )", re.MULTILINE)
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


def _open(path: Path) -> BinaryIO:
    """The bytes of a file, unpacked to a temporary one when it is compressed."""
    file = path.open("rb")
    packed = file.read(2) == b"\x1f\x8b"
    file.seek(0)
    if not packed:
        return file
    unpacked = tempfile.TemporaryFile()  # noqa: SIM115 (the mailbox closes it)
    with file:
        _unpack(file, unpacked)
    return unpacked


def _unpack(file: BinaryIO, unpacked: BinaryIO) -> None:
    """All members of a gzip file; where it is cut off or damaged, what came before."""
    unzip = zlib.decompressobj(wbits=31)
    while data := file.read(1 << 16):
        try:
            unpacked.write(unzip.decompress(data))
            while unzip.eof and unzip.unused_data:
                unzip, data = zlib.decompressobj(wbits=31), unzip.unused_data
                unpacked.write(unzip.decompress(data))
        except zlib.error:
            return


class Mailbox:
    """A file of messages that stays open, so that each can be read again when its thread is known."""

    def __init__(self, path: Path, name: str = "") -> None:
        self.name = name or path.name
        self._file = _open(path)
        self._data: mmap.mmap | bytes = b""
        if self._file.seek(0, 2):
            self._data = mmap.mmap(self._file.fileno(), 0, access=mmap.ACCESS_READ)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        if isinstance(self._data, mmap.mmap):
            self._data.close()
        self._file.close()

    def __len__(self) -> int:
        return len(self._data)

    def __iter__(self) -> Iterator[Place]:
        """Where the messages are. A file without a "From " line is one message."""
        number, start = 0, 0
        for end in [*self._boundaries(), len(self._data)]:
            if self._data[start:end].removeprefix(_BOM).strip():
                number += 1
                yield Place(self.name, number, start, end - start)
            start = end

    def read(self, place: Place) -> Raw:
        """One message, its "From " line apart, with the ">" taken back that mailboxes put before "From "."""
        if place.length > MESSAGE_BYTES:
            raise BrokenMessageError(f"larger than {MESSAGE_BYTES // 1_000_000} MB")
        data = self._data[place.offset : place.offset + place.length].removeprefix(_BOM)
        line, _, rest = data.partition(b"\n")
        if not _parts(line, rest[:200]):
            return Raw(place, "", _unescaped(data, _ESCAPED))
        escaped = _ESCAPED_RD if line.startswith(b"From mboxrd@z") else _ESCAPED
        return Raw(place, line.decode("latin-1").strip(), _unescaped(rest, escaped))

    def _boundaries(self) -> Iterator[int]:
        for match in _FROM.finditer(self._data):
            if match.start() and _parts(match[1], self._data[match.end() : match.end() + 200]):
                yield match.start()


def _parts(line: bytes, below: bytes) -> bool:
    """Whether a message starts after this line, going by the line and what stands below it."""
    if not line.startswith(b"From"):
        return False
    if _BARE.match(line):
        return bool(_KNOWN_HEADER.match(below))
    return bool(_HEADER.match(below) and (_DATED.match(line) or _NUMBERED.match(line)))


def _unescaped(data: bytes, escaped: re.Pattern[bytes]) -> bytes:
    return escaped.sub(rb"\1", data) if b"\n>" in data else data

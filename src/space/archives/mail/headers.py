"""The head of a message: its fields, unfolded and decoded, however broken they are."""

import base64
import binascii
import re

from space.archives.mail.charsets import cleaned, decode

HEAD_BYTES = 1_000_000
_FIELD = re.compile(rb"([!-9;-~]+)[ \t]*:[ \t]*(.*)", re.DOTALL)
_WORD = re.compile(r"=\?([^?\s*]+)(?:\*[^?\s]*)?\?([QqBb])\?([^?]*)\?=")
_BETWEEN_WORDS = re.compile(r"(\?=)\s+(?==\?[^?\s]+\?[QqBb]\?)")
_RUN_OF_WORDS = re.compile(r"(?:=\?[^?\s]+\?[QqBb]\?[^?]*\?=)+")


class Head:
    """Fields by lower-case name. `get` gives the first one, decoded, or an empty text."""

    def __init__(self, fields: dict[str, list[bytes]]) -> None:
        self._fields = fields
        self.was_repaired = False

    def __len__(self) -> int:
        return len(self._fields)

    def __contains__(self, name: str) -> bool:
        return name in self._fields

    def raw(self, name: str) -> str:
        """The first field of this name with its encoded words left as they are."""
        values = self._fields.get(name)
        return self._text(values[0]) if values else ""

    def get(self, name: str) -> str:
        return decoded(self.raw(name))

    def all(self, name: str) -> list[str]:
        return [decoded(self._text(value)) for value in self._fields.get(name, [])]

    def _text(self, value: bytes) -> str:
        text, repaired = decode(value)
        self.was_repaired |= repaired
        return cleaned(text).replace("\n", " ").strip()


def split_head(data: bytes) -> tuple[Head, bytes]:
    """Head and body. The body begins after the first empty line, or where no field can stand any more."""
    fields: dict[str, list[bytes]] = {}
    position, name = 0, ""
    while position < min(len(data), HEAD_BYTES):
        end = data.find(b"\n", position) + 1 or len(data)
        line = data[position:end].rstrip(b"\r\n")
        if line[:1] in {b" ", b"\t"} and name and line.strip():
            fields[name][-1] += b" " + line.strip()
        elif match := _FIELD.match(line):
            name = match[1].decode("ascii").lower()
            fields.setdefault(name, []).append(match[2].strip())
        elif not line.strip():
            if fields:
                return Head(fields), data[end:]
        elif not _is_noise(line):
            return Head(fields), data[position:]
        position = end
    return Head(fields), data[position:]


def _is_noise(line: bytes) -> bool:
    return line.startswith((b"From ", b">From "))


def decoded(value: str) -> str:
    """A header value with its encoded words (RFC 2047) read; those cut within a character are joined."""
    if "=?" not in value:
        return value
    value = _BETWEEN_WORDS.sub(r"\1", value)
    return cleaned(_RUN_OF_WORDS.sub(_decoded_run, value)).replace("\n", " ").strip()


def _decoded_run(match: re.Match[str]) -> str:
    pieces: list[tuple[str, bytes]] = []
    for charset, encoding, content in _WORD.findall(match[0]):
        data = _from_q(content) if encoding in "Qq" else _from_b(content)
        if pieces and pieces[-1][0] == charset.lower():
            pieces[-1] = (charset.lower(), pieces[-1][1] + data)
        else:
            pieces.append((charset.lower(), data))
    return "".join(decode(data, charset)[0] for charset, data in pieces)


def _from_q(content: str) -> bytes:
    return binascii.a2b_qp(content.encode("utf-8", "replace"), header=True)


def _from_b(content: str) -> bytes:
    letters = re.sub(r"[^A-Za-z0-9+/]", "", content)
    if len(letters) % 4 == 1:
        letters = letters[:-1]
    return base64.b64decode(letters + "=" * (-len(letters) % 4))

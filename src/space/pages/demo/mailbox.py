"""The mails that a demo would have sent: one file each, written by the `file:` transport."""

import email
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.policy import default
from email.utils import parsedate_to_datetime
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.conf import settings

AT_MOST = 200


@dataclass(frozen=True)
class Mail:
    """One mail, read. Nothing in it can be trusted: it quotes what people wrote."""

    name: str
    message: EmailMessage

    @property
    def subject(self) -> str:
        return str(self.message.get("Subject", ""))

    @property
    def to(self) -> str:
        return str(self.message.get("To", ""))

    @property
    def sender(self) -> str:
        return str(self.message.get("From", ""))

    @property
    def date(self) -> datetime | None:
        try:
            return parsedate_to_datetime(str(self.message.get("Date", "")))
        except ValueError:
            return None

    @property
    def text(self) -> str:
        return self._part("plain")

    @property
    def html(self) -> str:
        return self._part("html")

    def _part(self, kind: str) -> str:
        part = self.message.get_body((kind,))
        return str(part.get_content()) if part else ""


def folder() -> Path | None:
    """Where this demo's mails go; None where they go somewhere else."""
    address = urlsplit(settings.EMAIL_URL)
    return Path(unquote(address.path)) if address.scheme == "file" else None


def newest_first() -> list[Mail]:
    return list(map(_read, sorted(_files(), key=lambda path: path.name, reverse=True)[:AT_MOST]))


def find(name: str) -> Mail | None:
    """The mail of this name. Names are looked for among those that are there: none leads out of the folder."""
    return next((_read(path) for path in _files() if path.name == name), None)


def _files() -> Iterator[Path]:
    place = folder()
    if place and place.is_dir():
        yield from (path for path in place.glob("*.eml") if not path.name.startswith("."))


def _read(path: Path) -> Mail:
    message = email.message_from_bytes(path.read_bytes(), _class=EmailMessage, policy=default)
    return Mail(path.name, message)

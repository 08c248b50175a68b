"""The ways out, by SPACE_EMAIL_URL: smtp://, smtps://, file:///folder, console:, memory:, or none."""

import smtplib
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from email.utils import parseaddr
from pathlib import Path
from time import time_ns
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.mail.backends.smtp import EmailBackend
from django.core.mail.message import sanitize_address


@dataclass(frozen=True)
class Envelope:
    sender: str
    recipients: Sequence[str]
    mime: bytes


class Refused(Exception):
    """The mail server will never take this letter: trying again is of no use."""


class NotNow(Exception):
    """The mail server may take this letter later. Says codes, no addresses: it stands in the log."""


Transport = Callable[[Envelope], None]
# What was sent to `memory:`, for tests.
outbox: list[Envelope] = []


def is_set_up() -> bool:
    return bool(settings.EMAIL_URL)


def transport(address: str) -> Transport:
    """The way that this address names."""
    parts = urlsplit(address)
    match parts.scheme:
        case "smtp" | "smtps" if parts.hostname:
            return lambda envelope: _by_smtp(parts, envelope)
        case "file" if parts.path.startswith("/"):
            return lambda envelope: _to_folder(Path(unquote(parts.path)), envelope)
        case "console":
            return _to_console
        case "memory":
            return outbox.append
    raise ImproperlyConfigured(
        "SPACE_EMAIL_URL has to be like smtp://user:password@host:587?tls=yes, smtps://..., file:///folder or console:."
    )


def _by_smtp(parts: SplitResult, envelope: Envelope) -> None:
    wants_tls = parse_qs(parts.query).get("tls", [""])[0] in {"yes", "true", "1"}
    connection = EmailBackend(
        host=parts.hostname,
        port=parts.port or (465 if parts.scheme == "smtps" else 587 if wants_tls else 25),
        username=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        use_tls=wants_tls and parts.scheme == "smtp",
        use_ssl=parts.scheme == "smtps",
        timeout=30,
    )
    connection.open()
    if connection.connection is None:
        raise NotNow("no connection")
    try:
        recipients = [_bare(to) for to in envelope.recipients]
        connection.connection.sendmail(_bare(envelope.sender), recipients, _wire(envelope))
    except (smtplib.SMTPRecipientsRefused, smtplib.SMTPResponseException) as error:
        raise (Refused if _is_final(error) else NotNow)(_words(error)) from None
    finally:
        with suppress(smtplib.SMTPException, OSError):
            connection.close()


def _is_final(error: smtplib.SMTPRecipientsRefused | smtplib.SMTPResponseException) -> bool:
    """5xx is a no; 4xx is "not now". A server that does not let us in is our own fault, not the letter's."""
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return False
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return all(code >= 500 for code, _ in error.recipients.values())
    return error.smtp_code >= 500


def _words(error: smtplib.SMTPRecipientsRefused | smtplib.SMTPResponseException) -> str:
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return " ".join(str(code) for code, _ in error.recipients.values())
    return str(error.smtp_code)


def _bare(address: str) -> str:
    return parseaddr(sanitize_address(address, "utf-8"))[1]


def _wire(envelope: Envelope) -> bytes:
    return b"\r\n".join(envelope.mime.replace(b"\r\n", b"\n").split(b"\n"))


def _to_folder(folder: Path, envelope: Envelope) -> None:
    """One file a letter, newest last by name; it appears whole. Only its owner can read it."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    name = f"{time_ns()}.eml"
    draft = folder / f".{name}"
    draft.touch(mode=0o600)
    draft.write_bytes(envelope.mime)
    draft.rename(folder / name)


def _to_console(envelope: Envelope) -> None:
    sys.stdout.write(f"{envelope.mime.decode(errors='replace')}\n{'-' * 78}\n")
    sys.stdout.flush()

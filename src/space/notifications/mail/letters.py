"""A letter to a person: subject, thread and words, in the headers that mail programs understand."""

from collections.abc import Sequence
from dataclasses import dataclass
from email.utils import formataddr, formatdate, parseaddr
from uuid import uuid4

from django.conf import settings
from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.core.mail.message import sanitize_address
from django.utils.html import format_html
from django.utils.safestring import SafeString

from space.accounts.models import Nature, User
from space.community.look import MAIL_PREFIX, sender
from space.kit import clock
from space.kit.fields import one_line
from space.languages import bcp47, direction
from space.notifications.mail import unsubscribing


@dataclass(frozen=True)
class Thread:
    """Where a letter belongs. Ids are short words such as `post.12`, the same for everybody who gets it.

    `about` is what the letter says; `after` leads from the beginning of the conversation to what it
    answers. `room` names the list for people who sort their mail, as `questions` and `Questions`.
    """

    about: str
    after: Sequence[str] = ()
    room: str = ""
    room_name: str = ""


def can_get_mail(person: User) -> bool:
    return bool(person.email) and person.is_active and person.nature == Nature.PERSON


def written(
    to: User,
    subject: str,
    text: str,
    html: str,
    thread: Thread | None,
    *,
    language: str,
    author: str,
    kind: str,
) -> EmailMultiAlternatives:
    headers = {"Message-ID": address_of(thread.about if thread else f"letter.{uuid4().hex}")}
    headers |= _always(language)
    headers |= _threading(thread) if thread else {}
    headers |= unsubscribing.headers(to, kind) if kind else {}
    message = EmailMultiAlternatives(
        subject=_subject(subject, is_reply=bool(thread and thread.after)),
        body=text,
        from_email=_from(author),
        headers=headers,
    )
    if html:
        message.attach_alternative(_page(html, language), "text/html")
    return message


def to_address(address: str, subject: str, text: str, *, language: str, about: str) -> EmailMessage:
    """To somebody without an account."""
    return EmailMessage(
        subject=_subject(subject, is_reply=False),
        body=text,
        from_email=_from(""),
        to=[address],
        headers={"Message-ID": address_of(about or f"letter.{uuid4().hex}"), **_always(language)},
    )


def address_of(word: str) -> str:
    """The Message-ID for a short word: the same whenever and by whichever process it is asked."""
    return f"<{one_line(word).replace(' ', '.')}@{settings.HOSTS[0]}>"


def _always(language: str) -> dict[str, str]:
    own = {
        "Date": formatdate(clock.now().timestamp()),
        "Auto-Submitted": "auto-generated",
        "X-Auto-Response-Suppress": "All",
    }
    return own | ({"Content-Language": bcp47(language)} if language else {})


def _threading(thread: Thread) -> dict[str, str]:
    headers = {}
    if thread.after:
        headers["In-Reply-To"] = address_of(thread.after[-1])
        headers["References"] = " ".join(address_of(word) for word in thread.after)
    if thread.room:
        headers["List-Id"] = formataddr((one_line(thread.room_name), f"{thread.room}.{settings.HOSTS[0]}"))
        headers["Precedence"] = "list"
    return headers


def _subject(title: str, *, is_reply: bool) -> str:
    return f"{'Re: ' if is_reply else ''}[{MAIL_PREFIX()}] {one_line(title)}"


def _from(author: str) -> str:
    """Whose words they are, at our address: writing as the person's own would be refused as forged."""
    name, address = parseaddr(sender())
    return formataddr((f"{one_line(author)} · {name}" if author else name, address))


def _page(html: str, language: str) -> str:
    code = language or "en"
    return format_html(
        '<!DOCTYPE html><html lang="{}" dir="{}"><head><meta charset="utf-8"></head><body>{}</body></html>',
        bcp47(code), direction(code), SafeString(html),
    )  # fmt: skip


def to_header(person: User) -> bytes:
    """The line that says for whom it is; added when it is sent, so that it is the address of that day."""
    return f"To: {sanitize_address((one_line(person.name), person.email), 'utf-8')}\n".encode("ascii")

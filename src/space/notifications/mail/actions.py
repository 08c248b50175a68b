"""The only writers of letters. They may be repeated."""

import logging
from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.safestring import SafeString

from space.accounts.models import User
from space.community.look import sender
from space.kit import clock
from space.notifications.mail.letters import Thread, can_get_mail, to_address, to_header, written
from space.notifications.mail.transports import Envelope, Refused, transport
from space.notifications.models import Letter

# After this a letter says nothing new any more.
TOO_OLD = timedelta(days=3)
# How long we remember that a letter went out, so that it does not go out twice.
REMEMBERED = timedelta(days=30)
log = logging.getLogger(__name__)


@transaction.atomic
def send(
    to: User,
    *,
    subject: str,
    text: str,
    html: SafeString | str = "",
    thread: Thread | None = None,
    language: str = "",
    author: str = "",
    kind: str = "",
    at_once: bool = False,
) -> Letter | None:
    """Write to a person, if this transaction is committed. Nothing happens for who has no address or no account.

    The same `thread.about` to the same person goes out once. `html` is a piece of safe HTML. `author` is
    whose words they are; `kind` names what one can unsubscribe from with one click. `at_once` goes out also
    while the person takes a break: what they asked for themselves.
    """
    if not can_get_mail(to):
        return None
    message = written(to, subject, text, html, thread, language=language, author=author, kind=kind)
    letter, is_new = Letter.objects.get_or_create(
        person=to,
        message_id=message.extra_headers["Message-ID"],
        defaults={
            "sender": sender(),
            "mime": message.message().as_bytes(),
            "made_at": clock.now(),
            "at_once": at_once,
        },
    )
    if is_new:
        post(letter)
    return letter


def send_to_address(
    address: str, *, subject: str, text: str, language: str = "", about: str = ""
) -> Letter | None:
    """Write to somebody without an account, if this transaction is committed.

    What is `about` the same goes out once; the word has to say to whom it goes too.
    """
    message = to_address(address, subject, text, language=language, about=about)
    if about and Letter.objects.filter(message_id=message.extra_headers["Message-ID"]).exists():
        return None
    return keep(message)


@transaction.atomic
def keep(message: EmailMessage) -> Letter:
    """Take over a mail that Django or allauth wrote."""
    message.extra_headers.setdefault("Auto-Submitted", "auto-generated")
    mime = message.message()
    letter = Letter.objects.create(
        recipients=message.recipients(),
        sender=message.from_email,
        message_id=mime["Message-ID"][:200],
        mime=mime.as_bytes(),
        made_at=clock.now(),
    )
    post(letter)
    return letter


def post(letter: Letter) -> None:
    """Have a job send it."""
    from space.notifications.tasks import send_letter

    send_letter.defer(letter=letter.pk)


@transaction.atomic
def send_letter(pk: int) -> None:
    """Send it, if that still makes sense. A second job for the same letter does nothing.

    While no way out is set it waits; what the mail server cannot take now raises, and is tried again.
    """
    letter = Letter.objects.select_for_update(of=("self",)).select_related("person").filter(pk=pk).first()
    if letter is None or letter.sent_at or letter.given_up_at:
        return
    if not settings.EMAIL_URL:
        log.warning("Mail waits: SPACE_EMAIL_URL is not set.")
        return
    now = clock.now()
    if _waits_until(letter) > now:
        return
    if now - _waits_until(letter) > TOO_OLD:
        _close(letter, because="too old")
    elif letter.person and not can_get_mail(letter.person):
        _close(letter, because="no address")
    else:
        _send(letter)


def _waits_until(letter: Letter) -> datetime:
    """From when on it can go out, and grows old: after the break that its reader takes."""
    ends = letter.person.rests_until if letter.person and not letter.at_once else None
    return max(letter.made_at, ends) if ends else letter.made_at


def _send(letter: Letter) -> None:
    mime = bytes(letter.mime)
    envelope = Envelope(letter.sender, letter.recipients, mime)
    if letter.person:
        envelope = Envelope(letter.sender, [letter.person.email], to_header(letter.person) + mime)
    try:
        transport(settings.EMAIL_URL)(envelope)
    except Refused as error:
        _close(letter, because=f"refused: {error}")
    else:
        _close(letter)


def _close(letter: Letter, because: str = "") -> None:
    """Done with it, one way or the other: what it said goes."""
    letter.because = because[:200]
    if because:
        letter.given_up_at = clock.now()
    else:
        letter.sent_at = clock.now()
    letter.mime, letter.recipients = b"", []
    letter.save(update_fields=["sent_at", "given_up_at", "because", "mime", "recipients"])


def waiting_letters() -> QuerySet[Letter]:
    """What is neither sent nor given up. The doctor counts them."""
    return Letter.objects.filter(sent_at=None, given_up_at=None)


def post_waiting(at_most: int = 1000) -> int:
    """Try again what has waited: after mail was set up, or after a mail server was away for long."""
    if not settings.EMAIL_URL:
        return 0
    now = clock.now()
    due = waiting_letters().filter(made_at__lt=now - timedelta(minutes=30))
    resting = Q(person__rests_until__gt=now, at_once=False)
    waiting = list(due.filter(~resting | Q(person=None)).order_by("made_at")[:at_most])
    for letter in waiting:
        post(letter)
    return len(waiting)


def forget_old() -> int:
    """Drop the memory of letters long gone, and close those that could never be sent."""
    for letter in waiting_letters().filter(made_at__lt=clock.now() - TOO_OLD).select_related("person"):
        if clock.now() - _waits_until(letter) > TOO_OLD:
            _close(letter, because="too old")
    return Letter.objects.filter(made_at__lt=clock.now() - REMEMBERED).delete()[0]

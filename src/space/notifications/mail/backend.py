"""Django's own mails (a forgotten password, a new address) take the same way as all others: the queue."""

from collections.abc import Sequence

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction

from space.kit import clock
from space.notifications.mail.letters import post
from space.notifications.models import Letter


class ByAddress(BaseEmailBackend):
    """Keeps messages as letters; a job sends them to where SPACE_EMAIL_URL says.

    So a page does not wait for a mail server, a mail server that is down loses nothing, and a
    transaction that fails sends nothing.
    """

    @transaction.atomic
    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        addressed = [message for message in email_messages if message.recipients()]
        for message in addressed:
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
        return len(addressed)

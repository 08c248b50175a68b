"""Django's own mails (a forgotten password, a new address) take the same way as all others: the queue."""

from collections.abc import Sequence

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction

from space.notifications.mail.actions import keep


class ByAddress(BaseEmailBackend):
    """Keeps messages as letters; a job sends them to where SPACE_EMAIL_URL says.

    So a page does not wait for a mail server, a mail server that is down loses nothing, and a
    transaction that fails sends nothing.
    """

    @transaction.atomic
    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        addressed = [message for message in email_messages if message.recipients()]
        for message in addressed:
            keep(message)
        return len(addressed)

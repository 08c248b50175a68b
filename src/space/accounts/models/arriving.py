"""How new people come in: who waits, who was invited, and with what they came."""

import secrets
from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import pgettext_lazy

from space.accounts.models.people import User


class Waiting(models.Model):
    """A new account that somebody has to let in. It waits exactly while this row exists and is not declined."""

    class Why(models.TextChoices):
        EVERYBODY = "everybody", pgettext_lazy("waiting", "Every new account is looked at first")
        BLOCKED = "blocked", pgettext_lazy("waiting", "Blocked on the wiki")
        MANY = "many", pgettext_lazy("waiting", "Many new accounts came from one address today")

    person = models.OneToOneField(User, models.CASCADE, related_name="waiting")
    why = models.CharField(max_length=10, choices=Why)
    # Who they are and what brings them, if they want to say it; and the language in which they are answered.
    words = models.TextField(blank=True, max_length=1000)
    language = models.CharField(max_length=20, blank=True)
    since = models.DateTimeField(default=timezone.now)
    declined_at = models.DateTimeField(null=True, blank=True)
    reason = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"{self.person_id} {self.why}"


def new_key() -> str:
    """Nobody guesses it."""
    return secrets.token_urlsafe(18)


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def good(self, now: datetime) -> Self:
        """Those that still open the door: of people who are here."""
        return self.filter(ended_at=None, ends_at__gt=now, uses_left__gt=0, by__is_active=True)


class Invitation(models.Model):
    """A key to the whole place, for so many people. Only staff learns who came with whose."""

    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    key = models.CharField(max_length=40, unique=True, default=new_key)
    # What it is for, as its maker wants to remember it. Nobody else reads it but staff.
    note = models.CharField(max_length=100, blank=True)
    # Sent to somebody by mail; the address is not kept.
    by_mail = models.BooleanField(default=False)
    # For a room full of people behind one address: how many came from there does not matter.
    is_wide = models.BooleanField(default=False)
    uses_left = models.PositiveIntegerField(default=1)
    uses = models.PositiveIntegerField(default=0)
    at = models.DateTimeField(default=timezone.now)
    ends_at = models.DateTimeField()
    # Taken back.
    ended_at = models.DateTimeField(null=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"invitation {self.pk}"


class Arrival(models.Model):
    """With what somebody came in. Accounts that share it count as one where flags hide by themselves."""

    person = models.OneToOneField(User, models.CASCADE, related_name="arrival")
    invitation = models.ForeignKey(Invitation, models.SET_NULL, null=True, related_name="arrivals")
    # From where, as limits know it: an HMAC under the key of that day. Emptied when the key is deleted.
    sender = models.CharField(max_length=60, blank=True)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        indexes = [models.Index("sender", condition=~models.Q(sender=""), name="arrivals_by_sender")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.at:%Y-%m-%d}"

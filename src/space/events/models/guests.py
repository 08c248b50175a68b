import secrets

from django.db import models
from django.db.models import Q
from django.utils import timezone

from space.events.models.events import Event


def new_key() -> str:
    return secrets.token_urlsafe(16)


class Guest(models.Model):
    """Somebody who comes to one event without an account, known by a mail address that has to prove itself.

    Organisers see the name. The address is shown to nobody: letters go through us. Both are gone 90 days after the
    event, and with who never confirmed after two days.
    """

    event = models.ForeignKey(Event, models.CASCADE, related_name="guests", db_index=False)
    name = models.CharField(max_length=60, blank=True)
    address = models.EmailField(max_length=254, blank=True)
    # In which letters to them are written: that of the page on which they asked.
    language = models.CharField(max_length=20)
    # In every link that they get; another one as soon as one is used that is good once.
    key = models.CharField(max_length=30, default=new_key)
    # What they answered to questions, by the ids of these, until they confirm.
    said = models.JSONField(default=dict, blank=True)
    asked_at = models.DateTimeField(default=timezone.now)
    confirmed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index("asked_at", condition=Q(confirmed_at=None), name="guest_unconfirmed"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "address"], condition=~Q(address=""), name="guest_address_once"
            ),
        ]

    def __str__(self) -> str:
        return f"guest {self.pk}"

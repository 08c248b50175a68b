from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone


class Letter(models.Model):
    """A mail that is to go out. Its text is kept until it is sent or given up, and no longer."""

    # To a person: the address is looked up when it is sent. Otherwise `recipients` says where to.
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    recipients = ArrayField(models.CharField(max_length=320), default=list)
    sender = models.CharField(max_length=320)
    message_id = models.CharField(max_length=200)
    mime = models.BinaryField()
    made_at = models.DateTimeField(default=timezone.now, db_index=True)
    sent_at = models.DateTimeField(null=True)
    given_up_at = models.DateTimeField(null=True)
    # Why it was given up, as a word or as the mail server said it; without addresses.
    because = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = [
            models.Index("made_at", condition=Q(sent_at=None, given_up_at=None), name="letter_waiting"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "message_id"], condition=Q(person__isnull=False), name="letter_once"
            ),
        ]

    def __str__(self) -> str:
        return self.message_id

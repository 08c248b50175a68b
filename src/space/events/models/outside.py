import secrets

from django.conf import settings
from django.db import models
from django.utils import timezone

from space.events.models.events import Event


class Source(models.Model):
    """Where events came from: a file that somebody brought, by its name."""

    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    name = models.CharField(max_length=255)
    # When it was read last.
    read_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["by", "name"], name="source_once")]

    def __str__(self) -> str:
        return self.name


class Imported(models.Model):
    """An event that came from elsewhere, by the name that it has there. Brought again by the same person it changes."""

    event = models.OneToOneField(Event, models.CASCADE, related_name="imported")
    source = models.ForeignKey(Source, models.CASCADE, related_name="imported")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", db_index=False)
    uid = models.CharField(max_length=255)
    # Of a single date that came without the event it belongs to: which one it is (RECURRENCE-ID).
    recurrence = models.CharField(max_length=40, blank=True)
    # Of all that it said: what says the same again changes nothing.
    digest = models.CharField(max_length=32)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["by", "uid", "recurrence"], name="imported_once")]

    def __str__(self) -> str:
        return f"{self.uid} {self.recurrence}".strip()


def new_key() -> str:
    return secrets.token_urlsafe(16)


class CalendarKey(models.Model):
    """While it is there, an address that nobody can guess gives the calendar of this person. A new one ends the old."""

    person = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    key = models.CharField(max_length=32, default=new_key)
    made_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"key of {self.person_id}"

import secrets
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from space.events.models.events import Event


class SourceQuerySet(models.QuerySet["Source"]):
    def subscribed(self) -> Self:
        """Those that are read by themselves, as long as nobody mutes or stops them."""
        return self.exclude(address="")

    def read_by_themselves(self) -> Self:
        return self.subscribed().filter(muted_at=None, stopped_at=None)


class Source(models.Model):
    """Where events came from: a file that somebody brought, or a calendar that is read at its address each hour."""

    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    name = models.CharField(max_length=255)
    # Empty for a file. Some addresses are secrets, so pages of events show it only where who subscribed wants it.
    address = models.CharField(max_length=500, blank=True)
    shows_address = models.BooleanField(default=False)
    # When it was read last, and told us how it is.
    read_at = models.DateTimeField(default=timezone.now)
    # When its next reading is due; and since when somebody reads it, so that there are never two.
    due_at = models.DateTimeField(null=True, blank=True)
    reading_since = models.DateTimeField(null=True, blank=True)
    # What the other side called the state that we read in full: it is asked only for what came after.
    etag = models.CharField(max_length=200, blank=True)
    modified = models.CharField(max_length=100, blank=True)
    digest = models.CharField(max_length=32, blank=True)
    # Since the last reading that succeeded, and the sentence of the last one that did not.
    failures = models.PositiveIntegerField(default=0)
    failing_since = models.DateTimeField(null=True, blank=True)
    failure = models.CharField(max_length=300, blank=True)
    # It failed for so long that nobody reads it any more.
    stopped_at = models.DateTimeField(null=True, blank=True)
    # What of its items was left out, each by its title, with the sentence that says why.
    problems = models.JSONField(default=list, blank=True)
    # Most of what it had was missing: if the next reading says so too, it is believed.
    emptied_at = models.DateTimeField(null=True, blank=True)
    # What is being done with its events, which come in turn: what, for whom, and how many are gone.
    underway = models.JSONField(default=dict, blank=True)
    muted_at = models.DateTimeField(null=True, blank=True)
    muted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )

    objects = SourceQuerySet.as_manager()

    class Meta:
        indexes = [models.Index("due_at", name="source_due", condition=Q(due_at__isnull=False))]
        constraints = [
            models.UniqueConstraint(fields=["by", "name"], condition=Q(address=""), name="source_once"),
            models.UniqueConstraint(
                fields=["address"],
                condition=Q(muted_at=None, stopped_at=None) & ~Q(address=""),
                name="source_read_once",
            ),
        ]

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
    # Its source does not have it any more, so it was cancelled or taken back; that ends when it is there again.
    dropped_at = models.DateTimeField(null=True, blank=True)
    # It is in no list because its source is muted, not for what somebody decided about this event.
    is_muted = models.BooleanField(default=False)

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

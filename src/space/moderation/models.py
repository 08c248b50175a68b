from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import pgettext_lazy


class LogEntry(models.Model):
    """Who did what to which thing. Only ever added to: a database trigger refuses anything else.

    Holds ids and codes, no names and no texts, so that erasing a person leaves nothing here to erase.
    """

    at = models.DateTimeField(default=timezone.now, db_index=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    what = models.CharField(max_length=60)
    thing_kind = models.CharField(max_length=60)
    thing_id = models.BigIntegerField()
    codes = models.JSONField(default=dict)

    class Meta:
        indexes = [models.Index(fields=["thing_kind", "thing_id"], name="log_of_a_thing")]

    def __str__(self) -> str:
        return f"{self.what} {self.thing_kind} {self.thing_id}"


class Reason(models.Model):
    """The words that explain an entry. Apart from it, so that a redaction can blank them."""

    entry = models.OneToOneField(LogEntry, models.PROTECT, related_name="reason")
    text = models.TextField()

    def __str__(self) -> str:
        return self.text


class Measure(models.TextChoices):
    SILENCE = "silence", pgettext_lazy("penalty", "Silence")
    SUSPENSION = "suspension", pgettext_lazy("penalty", "Suspension")


class PenaltyQuerySet(models.QuerySet["Penalty"]):
    def in_force(self) -> "PenaltyQuerySet":
        """By the database's clock: sessions keep the statement, so no moment may be written into it."""
        return self.filter(ended=None, until__gt=Now())


class Penalty(models.Model):
    """A person may not write (silence), or is as if not signed in but for reading (suspension), until then."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="penalties")
    measure = models.CharField(max_length=10, choices=Measure)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    reason = models.TextField()
    at = models.DateTimeField(default=timezone.now)
    until = models.DateTimeField()
    ended = models.DateTimeField(null=True, blank=True)

    objects = PenaltyQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.measure} of {self.person_id}"

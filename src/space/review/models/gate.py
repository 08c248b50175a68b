from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone
from django.utils.translation import pgettext_lazy


class Does(models.TextChoices):
    """What becomes of a text with a watched word."""

    REFUSE = "refuse", pgettext_lazy("watched word", "Refuse the text")
    APPROVAL = "approval", pgettext_lazy("watched word", "Hold it until a moderator looked")
    FLAG = "flag", pgettext_lazy("watched word", "Show it, and put a flag on it")
    REPLACE = "replace", pgettext_lazy("watched word", "Put other words in its place")


class WatchedWord(models.Model):
    """A word or phrase that the gate looks for. Removed ones stay, for the log's sake, and are looked for no more."""

    word = models.CharField(max_length=100)
    # Nothing: in texts of every language.
    language = models.CharField(max_length=20, blank=True)
    # Not as a part of longer words.
    whole = models.BooleanField(default=True)
    does = models.CharField(max_length=8, choices=Does)
    replacement = models.CharField(max_length=100, blank=True)
    # For the author and for other moderators.
    note = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    removed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["language", "word", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["word", "language"], condition=models.Q(removed_at=None), name="watched_word_once"
            )
        ]

    def __str__(self) -> str:
        return self.word


class Trace(models.Model):
    """What somebody new wrote, as far as one sees whether it comes again: no words, and gone after a week."""

    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", db_index=False)
    at = models.DateTimeField(default=timezone.now, db_index=True)
    # The smallest fingerprints of its runs of letters (gate/fingerprints.py), and those of its links.
    marks = ArrayField(models.BigIntegerField(), default=list)
    links = ArrayField(models.BigIntegerField(), default=list)

    class Meta:
        indexes = [models.Index("by", "at", name="trace_of_person")]

    def __str__(self) -> str:
        return f"{self.by_id} {self.at}"


class KnownHost(models.Model):
    """A host to which somebody of the community has led before: links there are nothing new."""

    host = models.CharField(max_length=255, primary_key=True)
    at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return self.host

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Deferrable
from django.utils import timezone

from space.events.models.attendance import Attendance
from space.events.models.events import Event


class Question(models.Model):
    """What organisers ask who comes. Without options one answers in words."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="questions", db_index=False)
    position = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=200)
    options = ArrayField(models.CharField(max_length=100), default=list, blank=True)

    class Meta:
        ordering = ["position"]
        # Looked at when the transaction ends, so that questions can change places.
        constraints = [
            models.UniqueConstraint(
                fields=["event", "position"], name="question_in_order", deferrable=Deferrable.DEFERRED
            )
        ]

    def __str__(self) -> str:
        return self.text


class Given(models.Model):
    """What somebody answered. For organisers alone, and gone 90 days after the event."""

    attendance = models.ForeignKey(Attendance, models.CASCADE, related_name="given", db_index=False)
    question = models.ForeignKey(Question, models.CASCADE, related_name="given")
    text = models.CharField(max_length=500)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["attendance", "question"], name="given_once")]

    def __str__(self) -> str:
        return self.text


class Word(models.Model):
    """What organisers write to who comes, or may come. It is told in the bell, and stands nowhere else."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="words")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    # Of what repeats, to whom: who comes on this date; nothing for who comes at all.
    of = models.DateField(null=True, blank=True)
    at = models.DateTimeField(default=timezone.now)
    language = models.CharField(max_length=20, blank=True)
    text = models.CharField(max_length=1000)

    class Meta:
        ordering = ["-at"]

    def __str__(self) -> str:
        return self.text

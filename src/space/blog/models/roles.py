"""Roles of the newsroom. An administrator gives them; each holds exactly while its row exists."""

from django.conf import settings
from django.db import models
from django.utils import timezone


class BoardMember(models.Model):
    """Belongs to the editorial board: schedules, publishes, declines."""

    person = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="on_the_board")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"{self.person_id} of the board"


class Reviewer(models.Model):
    """Reviews stories in one language."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="reviewer_of")
    language = models.CharField(max_length=20)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "language"], name="reviewer_once")]

    def __str__(self) -> str:
        return f"{self.person_id} of {self.language}"

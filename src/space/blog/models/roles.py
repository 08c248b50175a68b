"""Who reviews in which language: exactly while a row says so. The editorial board is a group, an office."""

from django.conf import settings
from django.db import models
from django.utils import timezone


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

from django.conf import settings
from django.db import models
from django.utils import timezone


class Draft(models.Model):
    """What a person has begun to write and not sent. Nobody else knows."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="drafts", db_index=False
    )
    # What it is for: `reply-7`, `edit-93`, `topic`.
    key = models.CharField(max_length=60)
    # The fields of the form as they were typed.
    data = models.JSONField(default=dict)
    # Rises with each save: a tab that knows an older one is told.
    version = models.PositiveIntegerField(default=1)
    at = models.DateTimeField(default=timezone.now, db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "key"], name="draft_once")]

    def __str__(self) -> str:
        return f"{self.person_id}: {self.key}"

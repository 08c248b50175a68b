from django.conf import settings
from django.db import models
from django.utils import timezone

from space.discuss.models.topics import Topic


class ReadMark(models.Model):
    """How far a person has read a topic: the highest number that was in view."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", db_index=False)
    topic = models.ForeignKey(Topic, models.CASCADE, related_name="read_marks", db_index=False)
    number = models.PositiveIntegerField()
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "topic"], name="read_mark_once")]

    def __str__(self) -> str:
        return f"{self.person_id} read {self.topic_id} to {self.number}"

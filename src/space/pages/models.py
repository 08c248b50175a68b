from django.db import models

from space.discuss.models import Topic


class Page(models.Model):
    """A page about this place in one language: the first post of a topic, which keeps its history.

    There is none while the text that comes with Space stands; the first one who changes it begins the topic with it.
    """

    name = models.CharField(max_length=20)
    language = models.CharField(max_length=20)
    topic = models.OneToOneField(Topic, models.CASCADE, related_name="page")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["name", "language"], name="page_once")]

    def __str__(self) -> str:
        return f"{self.name} in {self.language}"

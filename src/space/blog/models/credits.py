from django.db import models
from django.utils.translation import pgettext_lazy

from space.uploads.models import Upload


class Source(models.TextChoices):
    COMMONS = "commons", pgettext_lazy("source of a picture", "Wikimedia Commons")
    OWN = "own", pgettext_lazy("source of a picture", "Sent here")


# What is written freely of a picture, and how much of it is kept; `alt` is the file's own.
WRITTEN = {"title": 255, "author": 300, "licence": 120, "taken": 120, "description": 1000, "alt": 500}


class Credit(models.Model):
    """Where a picture is from, whose it is, and what one may do with it. Text, never HTML."""

    upload = models.OneToOneField(Upload, models.CASCADE, related_name="credit")
    source = models.CharField(max_length=8, choices=Source)
    # As on Commons, without "File:"; of a picture that was sent here, what its sender calls it, or nothing.
    title = models.CharField(max_length=WRITTEN["title"], blank=True)
    page_url = models.URLField(max_length=1000, blank=True)
    author = models.CharField(max_length=WRITTEN["author"], blank=True)
    author_url = models.URLField(max_length=1000, blank=True)
    licence = models.CharField(max_length=WRITTEN["licence"], blank=True)
    licence_url = models.URLField(max_length=1000, blank=True)
    # As it was given: a day ("2018-07-13") is written out in the reader's language, other words stay as they are.
    taken = models.CharField(max_length=WRITTEN["taken"], blank=True)
    description = models.TextField(blank=True, max_length=WRITTEN["description"])
    description_language = models.CharField(max_length=20, blank=True)

    def __str__(self) -> str:
        return f"{self.title} by {self.author}"

    @property
    def is_complete(self) -> bool:
        """What a published picture has to say: whose it is, and under which licence."""
        return bool(self.author and self.licence)

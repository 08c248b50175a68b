from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from space.accounts.readers import Reader
from space.discuss.models.topic_queries import audience_allows
from space.events.models.events import Event


class Found(models.TextChoices):
    """What a person says of two events that are alike."""

    SAME = "same"
    DIFFERENT = "different"


class LikenessQuerySet(models.QuerySet["Likeness"]):
    def visible_to(self, reader: Reader) -> Self:
        """Who sees both of them."""
        return self.filter(
            audience_allows(reader, "first__topic__"), audience_allows(reader, "second__topic__")
        )

    def open(self) -> Self:
        return self.filter(found="")


class Likeness(models.Model):
    """Two events that may be one and the same. Somebody is asked; what they say is never asked again."""

    first = models.ForeignKey(Event, models.CASCADE, related_name="+", db_index=False)
    second = models.ForeignKey(Event, models.CASCADE, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    found = models.CharField(max_length=10, choices=Found, blank=True)
    found_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    found_at = models.DateTimeField(null=True, blank=True)

    objects = LikenessQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="likeness_once"),
            models.CheckConstraint(name="likeness_in_order", condition=Q(first__lt=F("second"))),
        ]

    def __str__(self) -> str:
        return f"{self.first_id} and {self.second_id}"

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from space.accounts.readers import Reader
from space.discuss.models import Category
from space.kit.seeing import VisibleManager


class TemplateQuerySet(models.QuerySet["Template"]):
    def visible_to(self, reader: Reader) -> Self:
        """One's own, and those of categories that one sees. Who has not signed in adds no events."""
        if not reader.is_authenticated:
            return self.none()
        rooms = Category.objects.visible_to(reader)
        return self.filter(Q(by=reader.pk, category=None) | Q(category__in=rooms.values("pk")))


TemplateManager = VisibleManager.from_queryset(TemplateQuerySet)


class Template(models.Model):
    """What the form of an event can begin with, under a name: one's own, or for all who add events to a category."""

    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="event_templates")
    category = models.ForeignKey(
        Category, models.CASCADE, null=True, blank=True, related_name="event_templates"
    )
    name = models.CharField(max_length=100)
    # What the form held, by the names of its fields.
    said = models.JSONField()
    changed_at = models.DateTimeField(default=timezone.now)

    objects = TemplateManager()

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["by", "name"], condition=Q(category=None), name="event_template_own_name"
            ),
            models.UniqueConstraint(
                fields=["category", "name"], condition=Q(category__isnull=False), name="event_template_name"
            ),
        ]

    def __str__(self) -> str:
        return self.name

from django.conf import settings
from django.db import models
from django.utils import timezone


class Setting(models.Model):
    """What administrators chose in place of a default. While there is no row, the default holds."""

    name = models.CharField(max_length=60, unique=True)
    value = models.JSONField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    changed_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return self.name

from django.db import models
from django.utils import timezone

from space.groups.models import Group


class TeamRoom(models.Model):
    """The closed group in which those talk who look after this place. It is that exactly while this row exists."""

    group = models.OneToOneField(Group, models.CASCADE, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    # There is one, or none.
    alone = models.BooleanField(default=True, unique=True, editable=False)

    def __str__(self) -> str:
        return f"team in {self.group_id}"

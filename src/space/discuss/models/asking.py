"""Groups that everybody may ask something."""

from django.db import models
from django.utils import timezone

from space.discuss.models.categories import Category
from space.groups.models import Group


class Asking(models.Model):
    """A group takes questions: about what, and in which category they stand.

    When it takes no more the row stays, so that old questions still say whom they were for.
    """

    group = models.OneToOneField(Group, models.CASCADE, related_name="asking")
    category = models.ForeignKey(Category, models.CASCADE, related_name="+")
    about = models.CharField(max_length=300)
    since = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"questions to {self.group_id}"

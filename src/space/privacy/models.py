from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from space.accounts.personal import Way
from space.groups.models import Group
from space.kit import clock
from space.privacy.numbers import COPY_HOURS


class Packed(models.Model):
    """A file that a job makes for somebody. It lies where no server hands it out by itself."""

    asked_at = models.DateTimeField(default=timezone.now)
    ready_at = models.DateTimeField(null=True, blank=True)
    failed_at = models.DateTimeField(null=True, blank=True)
    # Its name in the folder of copies, which nobody can guess; empty once the file is gone.
    file = models.CharField(max_length=80, blank=True)
    bytes = models.BigIntegerField(default=0)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self._meta.model_name} {self.pk}"

    @property
    def ends_at(self) -> datetime | None:
        return self.ready_at and self.ready_at + timedelta(hours=COPY_HOURS())

    @property
    def is_there(self) -> bool:
        return bool(self.file and self.ends_at and clock.now() < self.ends_at)

    @property
    def is_being_made(self) -> bool:
        return self.ready_at is None and self.failed_at is None


class Copy(Packed):
    """Somebody asked for a copy of all that is kept of them."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")

    class Meta:
        verbose_name_plural = "copies"
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=Q(ready_at=None, failed_at=None), name="one_copy_at_a_time"
            )
        ]


class GroupCopy(Packed):
    """An owner asked for a copy of all that their group has written. Owners fetch it, as long as they are."""

    group = models.ForeignKey(Group, models.CASCADE, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")

    class Meta:
        verbose_name_plural = "group copies"
        constraints = [
            models.UniqueConstraint(
                fields=["group"], condition=Q(ready_at=None, failed_at=None), name="one_group_copy_at_a_time"
            )
        ]


class Farewell(models.Model):
    """Somebody wants to be forgotten. Until the day comes, and as long as nothing has begun, they can come back."""

    person = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="farewell")
    way = models.CharField(max_length=5, choices=Way)
    asked_at = models.DateTimeField(default=timezone.now)
    due_at = models.DateTimeField()
    began_at = models.DateTimeField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index("due_at", condition=Q(done_at=None), name="farewell_due")]

    def __str__(self) -> str:
        return f"farewell of {self.person_id}"

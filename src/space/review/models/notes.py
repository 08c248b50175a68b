from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import pgettext_lazy

from space.accounts.readers import Reader
from space.kit.seeing import VisibleManager
from space.moderation.permissions import moderates_place


class StaffNoteQuerySet(models.QuerySet["StaffNote"]):
    def visible_to(self, reader: Reader) -> Self:
        """Moderators of the whole place read what others of them wrote down; nobody reads what is about themselves."""
        return self.exclude(person=reader.pk) if moderates_place(reader) else self.none()


StaffNoteManager = VisibleManager.from_queryset(StaffNoteQuerySet)


class StaffNote(models.Model):
    """What a moderator wants the others to know of a person. They cannot read it before they ask for what is kept."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    text = models.CharField(max_length=2000)
    at = models.DateTimeField(default=timezone.now)

    objects = StaffNoteManager()

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"note {self.pk}"


class CannedAnswer(models.Model):
    """Words for what has to be explained again and again, in one language."""

    title = models.CharField(pgettext_lazy("answer", "Name"), max_length=80)
    language = models.CharField(pgettext_lazy("answer", "Language"), max_length=20, blank=True)
    text = models.CharField(pgettext_lazy("answer", "Text"), max_length=1500)

    class Meta:
        ordering = ["language", "title", "pk"]

    def __str__(self) -> str:
        return self.title

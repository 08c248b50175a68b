import secrets
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef
from django.utils import timezone

from space.accounts.readers import Reader
from space.discuss.models.posts import Post
from space.kit.seeing import VisibleManager


def first_version() -> int:
    """Anywhere: a tab that knows the draft which stood here before does not take this one for it."""
    return secrets.randbelow(2**30) + 1


class DraftQuerySet(models.QuerySet["Draft"]):
    def visible_to(self, reader: Reader) -> Self:
        """This reader's own. A text whose form has become a post is no draft any more."""
        return self.filter(person=reader.pk).unsent()

    def unsent(self) -> Self:
        return self.exclude(
            Exists(Post.objects.for_actions().filter(author=OuterRef("person"), key=OuterRef("form")))
        )

    def kept(self) -> Self:
        """Without those that were discarded and can still be brought back."""
        return self.filter(discarded_at=None)


DraftManager = VisibleManager.from_queryset(DraftQuerySet)


class Draft(models.Model):
    """What a person has begun to write and not sent. Nobody else knows."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="drafts", db_index=False
    )
    # What it is for: `reply-7`, `edit-93`, `topic`, `question`.
    key = models.CharField(max_length=60)
    # The fields of the form as they were typed.
    data = models.JSONField(default=dict)
    # The key of the form that wrote it last: when that form is sent, this goes.
    form = models.UUIDField(null=True, blank=True)
    # Rises with each save: a tab that knows an older one is told.
    version = models.PositiveIntegerField(default=first_version)
    at = models.DateTimeField(default=timezone.now, db_index=True)
    # For a day it can be brought back.
    discarded_at = models.DateTimeField(null=True, blank=True)

    objects = DraftManager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "key"], name="draft_once")]

    def __str__(self) -> str:
        return f"{self.person_id}: {self.key}"

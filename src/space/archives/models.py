from typing import ClassVar, Self

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import pgettext_lazy

from space.accounts.readers import Reader
from space.discuss.models import Category, Post
from space.kit.seeing import VisibleManager


class ArchivedAuthor(models.Model):
    """A place-holder account, and the key by which the person behind it can claim what they wrote.

    The key is an HMAC of the mail address under SPACE_ARCHIVE_KEY; the address itself is kept nowhere.
    """

    person = models.OneToOneField(settings.AUTH_USER_MODEL, models.PROTECT, related_name="archived_author")
    claim_key = models.CharField(max_length=64, unique=True)

    def __str__(self) -> str:
        return f"author {self.person_id}"


class ImportRun(models.Model):
    """One run of an importer: from which files, and what became of the messages."""

    category = models.ForeignKey(Category, models.PROTECT, related_name="imports")
    source = models.CharField(max_length=80)
    files = models.JSONField(default=list)
    started_at = models.DateTimeField(default=timezone.now)
    finished_at = models.DateTimeField(null=True, blank=True)
    report = models.JSONField(default=dict)

    def __str__(self) -> str:
        return f"{self.source} into {self.category_id}"


class ArchivedMessageQuerySet(models.QuerySet["ArchivedMessage"]):
    def visible_to(self, reader: Reader) -> Self:
        """Messages whose post this reader may read."""
        return self.filter(post__in=Post.objects.visible_to(reader))


ArchivedMessageManager = VisibleManager.from_queryset(ArchivedMessageQuerySet)


class ArchivedMessage(models.Model):
    """Where an archived post comes from. Stays when its post is taken down, so that it cannot come back."""

    post = models.OneToOneField(Post, models.CASCADE, related_name="archived")
    category = models.ForeignKey(Category, models.PROTECT, related_name="+")
    run = models.ForeignKey(ImportRun, models.PROTECT, related_name="messages")
    # The permalink: Mailman's hash of the Message-ID, or one of its content where that is shared or missing.
    key = models.CharField(max_length=32, unique=True)
    message_hash = models.CharField(max_length=32, blank=True)
    fingerprint = models.CharField(max_length=32)
    references = ArrayField(models.CharField(max_length=32), default=list)
    subject_key = models.CharField(max_length=255, blank=True)
    file = models.CharField(max_length=255)
    offset = models.BigIntegerField()

    objects: ClassVar[VisibleManager["ArchivedMessage"]] = VisibleManager.from_queryset(  # type: ignore[assignment]
        ArchivedMessageQuerySet
    )()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["category", "fingerprint", "message_hash"], name="archived_message_once"
            )
        ]

    def __str__(self) -> str:
        return self.key

    def get_absolute_url(self) -> str:
        return reverse("archives:message", args=[self.key])


class Decision(models.TextChoices):
    """What administrators decided about a request."""

    OPEN = "open", pgettext_lazy("takedown", "Open")
    REDACTED = "redacted", pgettext_lazy("takedown", "Taken down")
    DECLINED = "declined", pgettext_lazy("takedown", "Kept")


class TakedownRequest(models.Model):
    """Somebody, with an account or without, asks that an archived message be taken down."""

    message = models.ForeignKey(ArchivedMessage, models.CASCADE, related_name="takedowns")
    words = models.TextField(max_length=4000)
    # How to answer; removed when the request is decided.
    contact = models.EmailField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    decision = models.CharField(max_length=10, choices=Decision, default=Decision.OPEN)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    # Of the form: the same form sent twice makes one request.
    key = models.UUIDField(unique=True)

    class Meta:
        indexes = [models.Index(fields=["decision", "-asked_at"], name="takedown_queue")]

    def __str__(self) -> str:
        return f"takedown {self.pk} of {self.message_id}"

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import pgettext_lazy

from space.discuss.models.following import Level
from space.discuss.models.topics import Topic
from space.groups.models import Group


class ReadMark(models.Model):
    """Where a person stands in a topic: how far they have read it, and how much they want to hear of it."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", db_index=False)
    topic = models.ForeignKey(Topic, models.CASCADE, related_name="read_marks", db_index=False)
    # The highest number that was in view; 0 for who never opened it.
    number = models.PositiveIntegerField(default=0)
    at = models.DateTimeField(default=timezone.now)
    # Time spent with it, as far as it was noticed.
    seconds = models.PositiveIntegerField(default=0)
    level = models.SmallIntegerField(choices=Level, default=Level.NORMAL)
    # The person set the level; reading and writing no longer change it.
    chosen = models.BooleanField(default=False)
    # They were told that they wrote much of it, and said that they know.
    hint_read = models.BooleanField(default=False, db_default=False)
    # Tracked, and there are posts after the last one read; the time is that of the newest of them, give or take ten
    # minutes. Kept by actions, so that counting and listing ask no topic.
    unread_at = models.DateTimeField(null=True)
    # The topic's, so that what is unread counts for members of the group alone.
    group = models.ForeignKey(Group, models.CASCADE, null=True, related_name="+", db_index=False)

    class Meta:
        indexes = [
            models.Index(
                fields=["person", "-unread_at", "topic", "group"],
                condition=Q(unread_at__isnull=False),
                name="read_mark_unread_at",
            ),
            models.Index("topic", "person", condition=Q(level__gte=1), name="read_mark_tracked"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["person", "topic"], name="read_mark_once"),
            models.CheckConstraint(
                name="read_mark_unread_is_tracked", condition=Q(unread_at__isnull=True) | Q(level__gte=1)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} read {self.topic_id} to {self.number}"


class Visit(models.Model):
    """When a person was here last, and before that. Noted every few minutes at most."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, primary_key=True, related_name="visit"
    )
    seen_at = models.DateTimeField(default=timezone.now)
    # The end of the visit before this one: lists draw a line there.
    before_at = models.DateTimeField(null=True)
    # On how many days they came, for trust.
    days = models.PositiveIntegerField(default=1)

    def __str__(self) -> str:
        return f"{self.person_id} at {self.seen_at:%Y-%m-%d %H:%M}"


class ListTaste(models.Model):
    """What a person wants to find in lists. Who has no row wants what everybody gets."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, primary_key=True, related_name="list_taste"
    )
    # Kinds of topics that Latest and New leave out.
    hidden_kinds = ArrayField(models.CharField(max_length=12), default=list, blank=True)
    # For how many days a topic is new; 0 is since the last visit, nothing is as this place has it.
    new_days = models.PositiveSmallIntegerField(null=True, blank=True)
    # Posts with a content note stand open.
    opens_notes = models.BooleanField(default=False, db_default=False)

    def __str__(self) -> str:
        return f"lists of {self.person_id}"


class Dismissal(models.Model):
    """A list that a person took as read, with how it was before, so that it can be undone."""

    class What(models.TextChoices):
        NEW = "new", pgettext_lazy("topic list", "New")
        UNREAD = "unread", pgettext_lazy("topic list", "Unread")

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    what = models.CharField(max_length=10, choices=What)
    at = models.DateTimeField(default=timezone.now, db_index=True)
    # Of each topic the number read before, in the same order; -1 where there was no mark.
    topics = ArrayField(models.BigIntegerField())
    numbers = ArrayField(models.IntegerField())

    def __str__(self) -> str:
        return f"{self.person_id} dismissed {len(self.topics)} {self.what}"

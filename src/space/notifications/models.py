from typing import Self

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone

from space.accounts.readers import Reader
from space.groups.circles import Circle, inner_circles
from space.kit.seeing import VisibleManager
from space.notifications.kinds import SYSTEM, reaching_suspended


class NotificationQuerySet(models.QuerySet["Notification"]):
    def visible_to(self, reader: Reader) -> Self:
        """One's own, of things that one may still know of. What their texts show is asked for once more.

        Who is suspended is told what was decided about them, and nothing else until that ends.
        """
        if reader.is_suspended:
            return self.of_oneself().filter(person=reader.pk)
        seen = [Circle.PUBLIC, *inner_circles(reader)]
        return self.filter(circle__in=seen, person=reader.pk).exclude(things=[])

    def of_oneself(self) -> Self:
        return self.filter(kind=SYSTEM, because__in=reaching_suspended()).exclude(things=[])

    def unread(self) -> Self:
        return self.filter(read_at=None)

    def newest_first(self) -> Self:
        return self.order_by("-at", "-pk")


NotificationManager = VisibleManager.from_queryset(NotificationQuerySet)


class Notification(models.Model):
    """One line that a person is told: something happened, once or several times.

    It knows ids, and no texts: the kind's teller finds the words when somebody reads. `topic` is what lines are
    grouped by, `number` the newest post that it is about, and `things` the posts (0 for what is none).
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", db_index=False)
    kind = models.CharField(max_length=20)
    topic = models.BigIntegerField(default=0)
    number = models.PositiveIntegerField(default=0)
    things = ArrayField(models.BigIntegerField())
    # Things that were taken out of sight; without any other the line is not shown.
    hidden = ArrayField(models.BigIntegerField(), default=list)
    # How many things were folded in before those that are remembered.
    earlier = models.PositiveIntegerField(default=0)
    # Who did it, the latest first.
    actors = ArrayField(models.BigIntegerField())
    circle = models.BigIntegerField()
    # Why this person is told, in the kind's own word and number.
    because = models.CharField(max_length=30, blank=True)
    because_of = models.BigIntegerField(default=0)
    # While it is unread, more of the same goes into it.
    fold = models.CharField(max_length=60, blank=True)
    # What is told of one cause is told once.
    cause = models.CharField(max_length=60, blank=True)
    made_at = models.DateTimeField(default=timezone.now)
    # When the latest of it happened.
    at = models.DateTimeField(default=timezone.now)
    read_at = models.DateTimeField(null=True)

    objects = NotificationManager()

    class Meta:
        indexes = [
            models.Index(fields=["person", "-at", "-id"], name="notification_of_person"),
            models.Index(fields=["person", "circle"], condition=Q(read_at=None), name="notification_unread"),
            models.Index(
                fields=["person"], condition=Q(read_at=None, kind=SYSTEM), name="notification_of_oneself"
            ),
            models.Index(fields=["topic"], condition=~Q(topic=0), name="notification_of_topic"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "fold"], condition=Q(read_at=None) & ~Q(fold=""), name="notification_folds"
            ),
            models.UniqueConstraint(
                fields=["person", "cause"], condition=~Q(cause=""), name="notification_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} for {self.person_id}"


class Telling(models.Model):
    """How far one cause has been told: who comes after `after` has not heard of it yet.

    The act writes it, and one job takes many. A batch of people and this row are written in one transaction, so
    whoever goes on after a crash leaves nobody out and tells nobody twice.
    """

    cause = models.CharField(max_length=60)
    after = models.BigIntegerField(default=0)
    began_at = models.DateTimeField(default=timezone.now)
    done_at = models.DateTimeField(null=True)
    # For the job that takes many. Without it, and not done, it has a job of its own.
    waits = models.BooleanField(default=False)
    # What it is about cannot be seen: it waits until somebody shows it again.
    aside = models.BooleanField(default=False)

    class Meta:
        indexes = [
            models.Index(fields=["id"], condition=Q(waits=True), name="telling_waits"),
            models.Index(
                fields=["cause"],
                condition=Q(aside=True),
                opclasses=["varchar_pattern_ops"],
                name="telling_aside",
            ),
        ]
        constraints = [models.UniqueConstraint(fields=["cause"], name="telling_once")]

    def __str__(self) -> str:
        return self.cause


class KindWish(models.Model):
    """Whether a person wants to hear of a kind by a channel. Without a row the kind's own default holds."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", db_index=False)
    channel = models.CharField(max_length=10)
    kind = models.CharField(max_length=20)
    wanted = models.BooleanField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "channel", "kind"], name="kind_wish_once"),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.kind} by {self.channel}: {self.wanted}"


class Letter(models.Model):
    """A mail that is to go out. Its text is kept until it is sent or given up, and no longer."""

    # To a person: the address is looked up when it is sent. Otherwise `recipients` says where to.
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    recipients = ArrayField(models.CharField(max_length=320), default=list)
    sender = models.CharField(max_length=320)
    message_id = models.CharField(max_length=200)
    mime = models.BinaryField()
    made_at = models.DateTimeField(default=timezone.now, db_index=True)
    sent_at = models.DateTimeField(null=True)
    given_up_at = models.DateTimeField(null=True)
    # Also while its reader takes a break.
    at_once = models.BooleanField(default=False, db_default=False)
    # Why it was given up, as a word or as the mail server said it; without addresses.
    because = models.CharField(max_length=200, blank=True)

    class Meta:
        indexes = [
            models.Index("made_at", condition=Q(sent_at=None, given_up_at=None), name="letter_waiting"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "message_id"], condition=Q(person__isnull=False), name="letter_once"
            ),
        ]

    def __str__(self) -> str:
        return self.message_id

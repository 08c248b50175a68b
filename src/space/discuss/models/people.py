"""Who belongs to a topic: by right, or by having written in it."""

from typing import Self

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from space.groups.models import Membership


class ParticipantQuerySet(models.QuerySet["Participant"]):
    def still(self) -> Self:
        """Without who came as a member of a group to which they do not belong any more."""
        belongs = Membership.objects.filter(group=OuterRef("group"), person=OuterRef("person"))
        return self.filter(Q(group=None) | Exists(belongs))


class Participant(models.Model):
    """A person who may read a private topic, from one of its posts on."""

    topic = models.ForeignKey("discuss.Topic", models.CASCADE, related_name="participants", db_index=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    # The number of the first post that they may read.
    since = models.PositiveIntegerField(default=1)
    # They take part as a member of this group, and only while they are one.
    group = models.ForeignKey("groups.Group", models.CASCADE, null=True, related_name="+")
    # It came from somebody whom they do not know: they are not told of it until they have accepted it.
    waits = models.BooleanField(default=False)
    # Put away until somebody writes again.
    archived = models.BooleanField(default=False)
    # Those who want to show them what was said before they came.
    agreed = ArrayField(models.BigIntegerField(), default=list)

    objects = ParticipantQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["topic", "person"], name="participant_once")]

    def __str__(self) -> str:
        return f"{self.person_id} in {self.topic_id}"


class Block(models.Model):
    """A person takes no messages from another one."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", db_index=False)
    other = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "other"], name="block_once")]

    def __str__(self) -> str:
        return f"{self.person_id} takes no messages from {self.other_id}"


class Poster(models.Model):
    """A person who wrote in a topic, and how often. Kept by actions; a row's people come from it."""

    topic = models.ForeignKey("discuss.Topic", models.CASCADE, related_name="posters", db_index=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", db_index=False)
    posts = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["topic", "person"], name="poster_once")]

    def __str__(self) -> str:
        return f"{self.person_id} wrote {self.posts} in {self.topic_id}"


class LastPost(models.Model):
    """When a person last wrote what everybody may read. Made by the clock (actions/last_posts.py)."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, primary_key=True, related_name="last_post"
    )
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["-at", "-person"], name="last_post_at")]

    def __str__(self) -> str:
        return f"{self.person_id} wrote {self.at:%Y-%m-%d %H:%M}"

"""Decisions about topics and posts. Each holds exactly while its row exists, so who and when come along."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from space.discuss.models.categories import Audience
from space.discuss.models.posts import Post, Revision
from space.discuss.models.topics import Topic


class Decision(models.Model):
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    reason = models.TextField(blank=True)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.reason


class Closure(Decision):
    """The topic has ended. It is read as before."""

    topic = models.OneToOneField(Topic, models.CASCADE, related_name="closure")
    # Where people go on.
    goes_on = models.ForeignKey(Topic, models.SET_NULL, null=True, related_name="+", db_index=False)


class Pin(Decision):
    """The topic stands on top of its category's list, or of every list, until a reader has read it to the end."""

    topic = models.OneToOneField(Topic, models.CASCADE, related_name="pin")
    everywhere = models.BooleanField(default=False)
    until = models.DateTimeField(null=True, blank=True)


class Answer(Decision):
    """This post answers the question that its topic asks."""

    topic = models.OneToOneField(Topic, models.CASCADE, related_name="answer")
    post = models.OneToOneField(Post, models.CASCADE, related_name="answer")


class Deletion(Decision):
    """The post was deleted: its author changed their mind, or a moderator took it out."""

    post = models.OneToOneField(Post, models.CASCADE, related_name="deletion")


class Hiding(Decision):
    """How a post once read is for moderators alone."""

    revision = models.OneToOneField(Revision, models.CASCADE, related_name="hiding")


class TopicDeletion(Decision):
    """The topic was deleted with all that is in it; who could see it is kept for the day it is restored."""

    topic = models.OneToOneField(Topic, models.CASCADE, related_name="deletion")
    audience = models.CharField(max_length=8, choices=Audience)


class Did(models.TextChoices):
    """The deeds there are: these words stand in rows and, with the thing's name before them, in the log."""

    RETITLED = "retitled"
    MOVED = "moved"
    RETAGGED = "retagged"
    PINNED = "pinned"
    UNPINNED = "unpinned"
    UNLISTED = "unlisted"
    LISTED = "listed"
    CLOSED = "closed"
    REOPENED = "reopened"
    SLOWED = "slowed"
    UNSLOWED = "unslowed"
    TIMED = "timed"
    UNTIMED = "untimed"
    ANSWERED = "answered"
    UNANSWERED = "unanswered"
    # Posts went to another topic, came from one, or all of another one came.
    PARTED = "parted"
    JOINED = "joined"
    MERGED = "merged"
    # Another topic was closed, and goes on in this one.
    CONTINUED = "continued"


class Deed(models.Model):
    """What somebody did to a topic as a whole, told in a quiet line after the post that was the last one then."""

    topic = models.ForeignKey(Topic, models.CASCADE, related_name="deeds", db_index=False)
    number = models.PositiveIntegerField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    what = models.CharField(max_length=20)
    # As it was and as it is: titles, tags, numbers of posts. Of a category, and of another topic to which posts went or
    # from which they came, its id: not all who read may know its name. Beside it stands how many posts.
    before = models.CharField(max_length=600, blank=True)
    after = models.CharField(max_length=600, blank=True)

    class Meta:
        indexes = [models.Index("topic", "number", "id", name="deed_in_order")]

    def __str__(self) -> str:
        return f"{self.what} in {self.topic_id}"

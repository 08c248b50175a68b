from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import pgettext_lazy

from space.accounts.readers import Reader
from space.discuss.models.posts import Post
from space.kit import clock
from space.kit.seeing import VisibleManager


class Way(models.TextChoices):
    """How one votes."""

    SINGLE = "single", pgettext_lazy("poll", "One choice")
    SEVERAL = "several", pgettext_lazy("poll", "Several choices")
    RANKED = "ranked", pgettext_lazy("poll", "In order of preference")


class Results(models.TextChoices):
    """When results are shown."""

    ALWAYS = "always", pgettext_lazy("poll", "Always")
    AFTER_VOTING = "voted", pgettext_lazy("poll", "To who has voted")
    AFTER_CLOSING = "closed", pgettext_lazy("poll", "When it is closed")


class PollQuerySet(models.QuerySet["Poll"]):
    def visible_to(self, reader: Reader) -> Self:
        """Polls of posts that this reader may read."""
        return self.filter(post__in=Post.objects.visible_to(reader))


PollManager = VisibleManager.from_queryset(PollQuerySet)


class Poll(models.Model):
    """A question with options that a post asks of its readers. One a post."""

    post = models.OneToOneField(Post, models.CASCADE, related_name="poll")
    question = models.CharField(max_length=255)
    way = models.CharField(max_length=8, choices=Way, default=Way.SINGLE)
    # With several choices: how many at most; nothing is as many as one likes.
    at_most = models.PositiveSmallIntegerField(null=True, blank=True)
    secret = models.BooleanField(default=True)
    results = models.CharField(max_length=8, choices=Results, default=Results.ALWAYS)
    closes_at = models.DateTimeField(null=True, blank=True)
    # Somebody closed it, or a job wrote down that its time was over.
    closed_at = models.DateTimeField(null=True, blank=True)
    # Kept by actions.
    voters = models.PositiveIntegerField(default=0)
    made_at = models.DateTimeField(default=timezone.now)
    # Rises with every vote and change; kept results carry it in their key.
    version = models.PositiveIntegerField(default=1)

    objects = PollManager()

    def __str__(self) -> str:
        return self.question

    @property
    def has_ended(self) -> bool:
        """By itself, to the second: no job has to come by first."""
        return self.closed_at is not None or (self.closes_at is not None and self.closes_at <= clock.now())

    @property
    def is_closed(self) -> bool:
        """Nobody votes any more: it has ended, or its topic has. Expects `post.topic` with its closure."""
        return self.has_ended or self.post.topic.is_closed


class Option(models.Model):
    poll = models.ForeignKey(Poll, models.CASCADE, related_name="options", db_index=False)
    position = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=255)
    # How many chose it (with ranked: put it first). Kept by actions.
    votes = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["poll", "position"], name="option_once")]

    def __str__(self) -> str:
        return self.text


class Ballot(models.Model):
    """One person's vote, which can be changed until the poll closes."""

    poll = models.ForeignKey(Poll, models.CASCADE, related_name="ballots", db_index=False)
    # None: of somebody who was erased. It counts as before.
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="+")
    # Of a secret poll when the poll was made, so that not even that tells anything.
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["poll", "person"], name="ballot_once")]

    def __str__(self) -> str:
        return f"{self.person_id} in {self.poll_id}"


class Choice(models.Model):
    """An option on a ballot; `rank` counts from 1, and says the order where the poll asks for one."""

    ballot = models.ForeignKey(Ballot, models.CASCADE, related_name="choices", db_index=False)
    option = models.ForeignKey(Option, models.CASCADE, related_name="choices")
    rank = models.PositiveSmallIntegerField(default=1)

    class Meta:
        ordering = ["rank"]
        constraints = [models.UniqueConstraint(fields=["ballot", "option"], name="choice_once")]

    def __str__(self) -> str:
        return f"{self.option_id} as {self.rank}"

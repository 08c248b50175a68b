from datetime import datetime
from typing import Self

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import pgettext_lazy

from space.accounts.readers import Reader
from space.discuss.models.categories import Audience, Category, Tag
from space.groups.models import Group
from space.kit.seeing import VisibleManager


class Kind(models.TextChoices):
    """What people gather around. Later parts of Space add what is theirs to a topic of their kind."""

    CONVERSATION = "conversation", pgettext_lazy("topic kind", "Conversation")
    ARCHIVED = "archived", pgettext_lazy("topic kind", "From an archive")
    MESSAGE = "message", pgettext_lazy("topic kind", "Private message")


class TopicQuerySet(models.QuerySet["Topic"]):
    def visible_to(self, reader: Reader) -> Self:
        """Topics this reader may know of. Every view, feed, mail and count starts here."""
        return self.filter(audience_allows(reader))

    def in_latest(self) -> Self:
        """Without those whose category keeps out of the common list."""
        return self.filter(listed=True)

    def latest_first(self) -> Self:
        return self.order_by("-last_posted_at", "-pk")

    def before(self, moment: datetime, pk: int) -> Self:
        """Those that stand after this position in a list with the latest first."""
        return self.filter(
            Q(last_posted_at__lt=moment) | Q(last_posted_at=moment, pk__lt=pk), last_posted_at__lte=moment
        )

    def for_list(self) -> Self:
        """With all that a row shows, in one query."""
        return self.select_related("category", "closure").prefetch_related("tags")


def audience_allows(reader: Reader, path: str = "") -> Q:
    """The condition behind every `visible_to`: lists what is allowed. `path` leads to the topic, as `topic__`."""
    allowed = Q(**{f"{path}audience": Audience.PUBLIC})
    if reader.is_member:
        allowed |= Q(**{f"{path}audience": Audience.MEMBERS})
        if reader.groups:
            allowed |= Q(**{f"{path}audience": Audience.GROUP, f"{path}group__in": reader.groups})
        mine = Participant.objects.filter(topic=OuterRef(f"{path}pk"), person=reader.pk)
        allowed |= Q(Exists(mine), **{f"{path}audience": Audience.PEOPLE})
    return allowed


TopicManager = VisibleManager.from_queryset(TopicQuerySet)


class Topic(models.Model):
    """Everything people gather around. Its texts are posts; the first one opens it."""

    category = models.ForeignKey(Category, models.PROTECT, null=True, related_name="topics", db_index=False)
    kind = models.CharField(max_length=12, choices=Kind, default=Kind.CONVERSATION)
    audience = models.CharField(max_length=8, choices=Audience)
    group = models.ForeignKey(Group, models.PROTECT, null=True, blank=True, related_name="topics")
    listed = models.BooleanField(default=True)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="topics", db_index=False
    )
    title = models.CharField(max_length=255)
    slug = models.CharField(max_length=120)
    # The first words of the first post, for feeds and previews of links.
    excerpt = models.CharField(max_length=300, blank=True)
    language = models.CharField(max_length=20, blank=True)
    tags = models.ManyToManyField(Tag, blank=True, related_name="topics")
    created_at = models.DateTimeField(default=timezone.now)
    last_posted_at = models.DateTimeField(default=timezone.now)
    # Kept by actions in the transaction of their cause; `manage recount` finds no difference.
    posts_count = models.PositiveIntegerField(default=0)
    highest_number = models.PositiveIntegerField(default=0)
    views = models.PositiveIntegerField(default=0)
    # Up to five people for a row: first author, latest, then the most frequent.
    people = ArrayField(models.BigIntegerField(), default=list)
    # Rises with every change that a row or page shows; kept fragments carry it in their key.
    version = models.PositiveIntegerField(default=1)

    objects = TopicManager()

    class Meta:
        # Every reply writes every index of its topic anew: none that another one covers.
        indexes = [
            models.Index("last_posted_at", "id", condition=Q(listed=True), name="topic_latest"),
            models.Index("category", "last_posted_at", "id", name="topic_of_category"),
            models.Index("author", "created_at", name="topic_of_author"),
        ]
        constraints = [
            models.CheckConstraint(
                name="topic_names_its_group",
                condition=~Q(audience=Audience.GROUP) | Q(group__isnull=False),
            ),
            models.CheckConstraint(
                name="topic_has_a_room",
                condition=Q(category__isnull=False) | Q(audience__in=[Audience.PEOPLE, Audience.DRAFT]),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("discuss:topic", args=[self.slug, self.pk])

    @property
    def is_closed(self) -> bool:
        return hasattr(self, "closure")

    @property
    def replies_count(self) -> int:
        return max(self.posts_count - 1, 0)


class Closure(models.Model):
    """A decision to end a topic. The topic is closed exactly while this row exists."""

    topic = models.OneToOneField(Topic, models.CASCADE, related_name="closure")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    reason = models.TextField(blank=True)
    at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return self.reason


class Participant(models.Model):
    """A person who may read a private topic."""

    topic = models.ForeignKey(Topic, models.CASCADE, related_name="participants", db_index=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["topic", "person"], name="participant_once")]

    def __str__(self) -> str:
        return f"{self.person_id} in {self.topic_id}"


class Poster(models.Model):
    """A person who wrote in a topic, and how often. Kept by actions; a row's people come from it."""

    topic = models.ForeignKey(Topic, models.CASCADE, related_name="posters", db_index=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", db_index=False)
    posts = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["topic", "person"], name="poster_once")]

    def __str__(self) -> str:
        return f"{self.person_id} wrote {self.posts} in {self.topic_id}"

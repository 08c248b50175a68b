from typing import TYPE_CHECKING, Any, Self

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Exists, OuterRef, Prefetch, Q
from django.urls import reverse
from django.utils import timezone

from space.accounts.readers import Reader
from space.blog.models.stages import UNDER_WAY, Stage
from space.discuss.models import Category, Post, Tag, Topic
from space.discuss.models.topic_queries import audience_allows
from space.groups.audience import members_alone
from space.groups.models import Group
from space.groups.standing import led
from space.kit.seeing import VisibleManager
from space.moderation.permissions import moderates_place
from space.uploads.models import Upload

if TYPE_CHECKING:
    from space.blog.models.editions import Edition


def _is_held() -> Exists:
    return Exists(
        Post.objects.for_actions().filter(topic=OuterRef("room"), number=1, hidden_at__isnull=False)
    )


def _judged_by(reader: Reader) -> Q:
    """Drafts whose cases are this reader's to decide."""
    judged = Q(group__in=led(reader))
    if rooms := reader.moderated_categories:
        judged |= Q(room__category__in=rooms) | Q(
            room__category__in=Category.objects.below(rooms).values("pk")
        )
    return judged


class StoryQuerySet(models.QuerySet["Story"]):
    def visible_to(self, reader: Reader) -> Self:
        """Published stories like their topics; shared ones for members; what is kept back for its authors.

        Who handed it in sees it like an author, also where they wrote it down for somebody else. What is written for
        a group is for those inside, at every stage: an author who has left it is no exception.
        What is held out of sight, with the conversation beside it, is for authors and for who decides about it:
        moderators of the place, of the category where it is reviewed, and who leads the group it is written for.
        """
        allowed = Q(audience_allows(reader, "topic__"), stage=Stage.PUBLISHED)
        if reader.is_member:
            inside = Q(group=None) | Q(group__in=reader.groups) if reader.groups else Q(group=None)
            named = Exists(Author.objects.filter(story=OuterRef("pk"), person=reader.pk))
            shared = Q(shared_at__isnull=False, stage__in=[*UNDER_WAY, Stage.DECLINED])
            if not moderates_place(reader):
                shared &= _judged_by(reader) | ~Q(_is_held())
            allowed |= inside & (shared | Q(by=reader.pk) | Q(named))
        return self.filter(allowed)

    def shown_to(self, reader: Reader) -> Self:
        """What the Blog shows: published stories, to who sees their topics; authors are no exception."""
        return self.filter(audience_allows(reader, "topic__"), stage=Stage.PUBLISHED)

    def in_lists(self) -> Self:
        """Those of the Blog: what is written for a group stands on its page alone. Without those whose topic a
        moderator keeps out of every list."""
        return self.filter(group=None, topic__unlisted=False)

    def of_group(self, group: Group) -> Self:
        return self.filter(group=group.pk)

    def published(self) -> Self:
        return self.filter(stage=Stage.PUBLISHED)

    def under_way(self) -> Self:
        return self.filter(stage__in=UNDER_WAY)

    def newest_first(self) -> Self:
        return self.order_by("-published_at", "-pk")

    def with_authors(self) -> Self:
        """With who is named, in one query more."""
        return self.prefetch_related(Prefetch("authors", Author.objects.select_related("person")))

    def for_desk(self) -> Self:
        """With what rules ask: its authors."""
        return self.select_related("reviewer", "lead__credit", "group").prefetch_related("authors__person")


StoryManager = VisibleManager.from_queryset(StoryQuerySet)


class Story(models.Model):
    """What an editorial life adds to a topic. Its words are in its editions."""

    # Made when the story is published for the first time; its replies are the conversation.
    topic = models.OneToOneField(Topic, models.PROTECT, null=True, blank=True, related_name="story")
    # The conversation of the review, made when the story is shared.
    room = models.OneToOneField(Topic, models.PROTECT, null=True, blank=True, related_name="reviews")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    # Whose members alone read it, in which of its categories; of most stories none. Both stay as they were begun.
    group = models.ForeignKey(Group, models.PROTECT, null=True, blank=True, related_name="stories")
    category = models.ForeignKey(Category, models.PROTECT, null=True, blank=True, related_name="+")
    # Of its original.
    language = models.CharField(max_length=20)
    stage = models.CharField(max_length=10, choices=Stage, default=Stage.DRAFT)
    stage_since = models.DateTimeField(default=timezone.now)
    began_at = models.DateTimeField(default=timezone.now)
    # Since when members read it and may improve it. Until then it is its authors' own.
    shared_at = models.DateTimeField(null=True, blank=True)
    lead = models.ForeignKey(Upload, models.PROTECT, null=True, blank=True, related_name="leads")
    tags = models.ManyToManyField(Tag, blank=True, related_name="stories")
    # Keys of projects (projects.py); codes of countries (ISO 3166-1), or "world".
    projects = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    regions = ArrayField(models.CharField(max_length=5), default=list, blank=True)
    # To the editors: the day the writer would like, and a word.
    wanted_on = models.DateField(null=True, blank=True)
    note = models.TextField(blank=True, max_length=2000)
    # The moment it is to appear, and the zone in which somebody said so.
    publish_at = models.DateTimeField(null=True, blank=True)
    publish_zone = models.CharField(max_length=64, blank=True)
    # The first time; its address holds year and month of it (UTC), so it never changes.
    published_at = models.DateTimeField(null=True, blank=True)
    featured_at = models.DateTimeField(null=True, blank=True)
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="reviews"
    )
    claimed_at = models.DateTimeField(null=True, blank=True)
    reminded_at = models.DateTimeField(null=True, blank=True)
    # Rises with every change that a card or page shows; kept fragments carry it in their key.
    version = models.PositiveIntegerField(default=1)
    # Of the form it came from: the same form sent twice makes one story.
    key = models.UUIDField(null=True, blank=True)

    objects = StoryManager()

    class Meta:
        verbose_name_plural = "stories"
        indexes = [
            models.Index("published_at", "id", condition=Q(stage=Stage.PUBLISHED), name="story_published"),
            models.Index("stage", "stage_since", name="story_of_stage"),
            models.Index("publish_at", condition=Q(stage=Stage.SCHEDULED), name="story_due"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["by", "key"], condition=Q(key__isnull=False), name="story_key_once"
            ),
            models.CheckConstraint(
                name="story_published_is_a_topic",
                condition=~Q(stage=Stage.PUBLISHED) | Q(topic__isnull=False, published_at__isnull=False),
            ),
            models.CheckConstraint(
                name="story_of_a_group_has_a_room",
                condition=Q(group=None, category=None) | Q(group__isnull=False, category__isnull=False),
            ),
            models.CheckConstraint(
                name="story_scheduled_has_a_moment",
                condition=~Q(stage=Stage.SCHEDULED) | Q(publish_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"story {self.pk}"

    @property
    def is_published(self) -> bool:
        return self.stage == Stage.PUBLISHED

    @property
    def who_reads(self) -> str:
        """For the bar over every page of a story that is written for a group."""
        return members_alone(self.group) if self.group else ""

    @property
    def desk_url(self) -> str:
        """Where it stands in the newsroom."""
        return reverse("blog:desk", args=[self.pk])

    @property
    def people(self) -> set[int]:
        """Who handed it in, and who is named as an author."""
        return {self.by_id, *(one.person_id for one in self.authors.all() if one.person_id)}

    def original(self, **kwargs: Any) -> "Edition":
        return self.editions.get(is_original=True, **kwargs)


class Author(models.Model):
    """Who is named as an author: a person, or a guest by name. The first one stands first in the by-line."""

    story = models.ForeignKey(Story, models.CASCADE, related_name="authors", db_index=False)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="authored"
    )
    name = models.CharField(max_length=120, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["story", "person"], condition=Q(person__isnull=False), name="author_once"
            ),
            models.CheckConstraint(
                name="author_is_a_person_or_a_guest",
                condition=Q(person__isnull=False, name="") | (Q(person__isnull=True) & ~Q(name="")),
            ),
        ]
        indexes = [models.Index("story", "position", name="author_in_order")]

    def __str__(self) -> str:
        return self.name or str(self.person)


class Correction(models.Model):
    """A published story was changed, or taken back: told on its page, for everybody and for good."""

    story = models.ForeignKey(Story, models.CASCADE, related_name="corrections")
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    note = models.TextField(max_length=1000)
    language = models.CharField(max_length=20, blank=True)

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return self.note

from typing import Any, Self

from django.conf import settings
from django.contrib.postgres.aggregates import ArrayAgg
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone

from space.accounts.readers import Reader
from space.blog.models.stages import Stage
from space.blog.models.stories import Story
from space.discuss.models.topic_queries import audience_allows
from space.kit.seeing import VisibleManager


class EditionQuerySet(models.QuerySet["Edition"]):
    def visible_to(self, reader: Reader) -> Self:
        """Those of visible stories. A translation that nobody approved yet is for members."""
        seen = Exists(Story.objects.visible_to(reader).filter(pk=OuterRef("story")))
        if reader.is_member:
            return self.filter(seen)
        return self.filter(seen, shown__isnull=False)

    def with_writers(self) -> Self:
        """With the ids of everybody who wrote a version, which `can_approve` asks for."""
        return self.annotate(writers=ArrayAgg("versions__by", distinct=True))

    def shown_to(self, reader: Reader) -> Self:
        """What the Blog shows: published editions of published stories, to who sees their topics."""
        seen = audience_allows(reader, "story__topic__")
        return self.filter(seen, shown__isnull=False, story__stage=Stage.PUBLISHED)

    def shown_in(self, story: Any) -> Self:
        """Those that readers see of a story which the query around it found, the original first."""
        return self.filter(story=story, shown__isnull=False).order_by("-is_original", "pk")


EditionManager = VisibleManager.from_queryset(EditionQuerySet)


class Edition(models.Model):
    """A story in one language: the original, or a translation of equal rank.

    Every save makes a Version. `current` is the newest one; `shown` is the one that readers of the Blog see,
    None until somebody published or approved one. Title, slug and summary are those of `shown`, or of `current` before.
    """

    story = models.ForeignKey(Story, models.CASCADE, related_name="editions", db_index=False)
    language = models.CharField(max_length=20)
    is_original = models.BooleanField(default=False)
    title = models.CharField(max_length=255, blank=True)
    slug = models.CharField(max_length=120, blank=True)
    summary = models.CharField(max_length=500, blank=True)
    current = models.ForeignKey("blog.Version", models.PROTECT, null=True, related_name="+")
    shown = models.ForeignKey("blog.Version", models.PROTECT, null=True, blank=True, related_name="+")
    # What tags are called in this language, where it differs: {"12": "bibliothèques"}.
    tag_names = models.JSONField(default=dict, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    began_at = models.DateTimeField(default=timezone.now)
    # Of a translation: sent to be approved; by whom it was; since when the original says something else.
    submitted_at = models.DateTimeField(null=True, blank=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    approved_at = models.DateTimeField(null=True, blank=True)
    stale_since = models.DateTimeField(null=True, blank=True)

    # Of a save: who has written meanwhile.
    met: tuple[str, ...] = ()
    # Of who found it by `with_writers`; without it, asking is an error rather than a yes.
    writers: list[int]

    objects = EditionManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["story", "language"], name="edition_once"),
            models.UniqueConstraint(
                fields=["story"], condition=Q(is_original=True), name="one_original_a_story"
            ),
        ]
        indexes = [
            models.Index("language", "story", condition=Q(shown__isnull=False), name="edition_shown"),
            models.Index("slug", name="edition_slug"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Where readers find it; before it is published, where it stands in the newsroom."""
        at = self.story.published_at
        if at is None or self.shown_id is None:
            return self.edit_url
        return reverse("blog:story", args=[at.year, f"{at.month:02}", self.slug])

    @property
    def edit_url(self) -> str:
        return reverse("blog:edit", args=[self.story_id, self.language])


class Version(models.Model):
    """How an edition reads after one save. Never changed."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="versions", db_index=False)
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=255, blank=True)
    summary = models.CharField(max_length=500, blank=True)
    # Of the lead picture: what stands under it, and what it shows for who does not see it.
    caption = models.CharField(max_length=500, blank=True)
    alt = models.CharField(max_length=500, blank=True)
    source = models.TextField(blank=True)
    html = models.TextField(blank=True)
    renderer = models.PositiveSmallIntegerField()
    # Words of the text, counted for the time it takes to read.
    words = models.PositiveIntegerField(default=0)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    note = models.CharField(max_length=200, blank=True)
    restores = models.PositiveIntegerField(null=True, blank=True)
    # Of a translation: the number of the original's version that it says in another language, and the text in parts,
    # one for each block of that version; empty where it is not translated yet. None where nobody knows.
    follows = models.PositiveIntegerField(null=True, blank=True)
    parts = models.JSONField(null=True, blank=True)
    # What tags are called in its language; the edition has those of the version that readers see.
    tag_names = models.JSONField(default=dict, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["edition", "number"], name="version_once")]

    def __str__(self) -> str:
        return f"{self.edition_id} v{self.number}"


class SentBack(models.Model):
    """A second reader wants a translation to be changed before readers see it, and says what. Never changed."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="sent_back")
    # The one that was read.
    version = models.ForeignKey(Version, models.CASCADE, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    words = models.TextField(max_length=2000)

    def __str__(self) -> str:
        return self.words

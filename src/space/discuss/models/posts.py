from collections.abc import Iterable
from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import ExpressionWrapper, Q
from django.urls import reverse
from django.utils import timezone

from space.accounts.readers import Reader
from space.discuss.models.categories import Audience, Category
from space.discuss.models.topic_queries import audience_allows
from space.discuss.models.topics import Topic
from space.groups.models import Group
from space.kit.seeing import VisibleManager
from space.languages import mark
from space.markup import Note, excerpt_of


class PostQuerySet(models.QuerySet["Post"]):
    def visible_to(self, reader: Reader) -> Self:
        """Posts this reader may read: those of visible topics, but for hidden ones."""
        return self.filter(audience_allows(reader, "topic__", "number"), hidden_at=None)

    def noted_for(self, place: Topic | Category) -> Self:
        """Posts with a content note that can be quoted there, out of sight or not.

        `is_known` tells whether all who read what is written there may know the note. Others are here only where
        every member reads them: that such a post has one is nothing new to who writes there.
        """
        known = Q(topic__audience=Audience.PUBLIC)
        if isinstance(place, Topic):
            known |= Q(topic=place.pk)
        if place.audience in (Audience.MEMBERS, Audience.GROUP):
            known |= Q(topic__audience=place.audience, topic__group=place.group_id)
        seen = self.filter(known | Q(topic__audience=Audience.MEMBERS)).exclude(content_note="")
        return seen.annotate(is_known=ExpressionWrapper(known, output_field=models.BooleanField()))

    def deleted_for(self, reader: Reader, rooms: Iterable[int]) -> Self:
        """Deleted posts of visible topics: this reader's own ones, and those in the rooms they look after."""
        own = Q(deletion__by=reader.pk, author=reader.pk)
        seen = self.filter(
            audience_allows(reader, "topic__", "number"), hidden_at__isnull=False, deletion__isnull=False
        )
        return seen.filter(Q(topic__category__in=list(rooms)) | own)

    def written_by(self, reader: Reader) -> Self:
        """This reader's own, also where nobody sees them any more: for pages that tell them why."""
        return self.filter(author=reader.pk)

    def in_order(self) -> Self:
        return self.order_by("number")

    def newest_first(self) -> Self:
        return self.order_by("-created_at", "-pk")

    def before(self, moment: datetime, pk: int) -> Self:
        """Those that stand after this position in a list with the newest first."""
        after = Q(created_at__lt=moment) | Q(created_at=moment, pk__lt=pk)
        return self.filter(after, created_at__lte=moment)


PostManager = VisibleManager.from_queryset(PostQuerySet)


class Post(models.Model):
    """Everything people write. Rendered once, when it is saved."""

    topic = models.ForeignKey(Topic, models.PROTECT, related_name="posts", db_index=False)
    number = models.PositiveIntegerField()
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="posts", db_index=False)
    reply_to = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="replies")
    source = models.TextField()
    html = models.TextField()
    renderer = models.PositiveSmallIntegerField()
    language = models.CharField(max_length=20, blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    edited_at = models.DateTimeField(null=True, blank=True)
    # Out of everybody's sight, hidden by a moderator or deleted (then a Deletion says by whom).
    hidden_at = models.DateTimeField(null=True, blank=True)
    # Members edit it together.
    is_wiki = models.BooleanField(default=False)
    # What somebody should know before they read it (notes.py); in which language it is said, and who said it.
    content_note = models.CharField(max_length=100, blank=True, db_default="")
    note_language = models.CharField(max_length=20, blank=True, db_default="")
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", db_index=False
    )
    # The group for which its author wrote it, where the topic is a question to that group.
    answers_for = models.ForeignKey(
        Group, models.SET_NULL, null=True, blank=True, related_name="+", db_index=False
    )
    # How many of each kind of reaction, kept by actions: {"thanks": 3}.
    reactions = models.JSONField(default=dict, blank=True)
    version = models.PositiveIntegerField(default=1)
    # Of the form it came from: the same form sent twice makes one post.
    key = models.UUIDField(null=True, blank=True)

    # Of an edit that was just made: who had changed other paragraphs meanwhile.
    met: tuple[str, ...] = ()

    objects = PostManager()

    class Meta:
        indexes = [
            # What somebody wrote is counted without looking at each post.
            models.Index(fields=["author", "created_at"], include=["hidden_at"], name="post_of_author"),
            models.Index(
                "answers_for", "created_at", condition=Q(answers_for__isnull=False), name="post_answers_for"
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["topic", "number"], name="post_number_once"),
            models.UniqueConstraint(
                fields=["author", "key"], condition=Q(key__isnull=False), name="post_key_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.topic_id}/{self.number}"

    def get_absolute_url(self) -> str:
        return reverse("discuss:post", args=[self.topic.slug, self.topic_id, self.number])

    def brief(self, longest: int) -> str:
        """Its first words where it stands in a line of a list; the content note in their place, if it has one."""
        return self.or_note(excerpt_of(self.html, longest))

    def or_note(self, words: str) -> str:
        """These words of it, or its content note in their place, if it has one."""
        return noted(self.content_note) if self.content_note else words

    @property
    def noting(self) -> dict[str, str]:
        return noting(self.content_note, self.note_language)

    @property
    def brief_language(self) -> str:
        return self.note_language if self.content_note else self.language


def noting(note: str, language: str) -> dict[str, str]:
    """What the partial of a content note needs."""
    says = mark(language)
    return {"note": note, "note_lang": says.lang, "note_dir": says.dir}


def noted(note: str) -> str:
    """A content note where only plain words can stand."""
    return Note(note).sign


class RevisionQuerySet(models.QuerySet["Revision"]):
    def visible_to(self, reader: Reader) -> Self:
        """Of posts this reader may read, and not hidden. Moderators read hidden ones too, but not by this way."""
        allowed = audience_allows(reader, "post__topic__", "post__number")
        return self.filter(allowed, post__hidden_at=None, hiding=None)

    def in_order(self) -> Self:
        return self.order_by("version")


class Revision(models.Model):
    """How a post read before an edit, and what the edit was. The post itself holds the newest text."""

    post = models.ForeignKey(Post, models.CASCADE, related_name="revisions", db_index=False)
    # The version that the post had until then.
    version = models.PositiveIntegerField()
    source = models.TextField()
    html = models.TextField()
    renderer = models.PositiveSmallIntegerField(default=1)
    title = models.CharField(max_length=255, blank=True)
    language = models.CharField(max_length=20, blank=True)
    # Of the edit that replaced it: who, when, what they said of it, and which version they brought back.
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    summary = models.CharField(max_length=200, blank=True)
    restores = models.PositiveIntegerField(null=True, blank=True)

    objects = RevisionQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["post", "version"], name="revision_once")]

    def __str__(self) -> str:
        return f"{self.post_id} v{self.version}"


class GroupMention(models.Model):
    """A post calls the members of a group. Who named it was allowed to."""

    post = models.ForeignKey(Post, models.CASCADE, related_name="groups_named")
    group = models.ForeignKey(Group, models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["post", "group"], name="group_mention_once")]

    def __str__(self) -> str:
        return f"{self.post_id} calls {self.group_id}"


class Mention(models.Model):
    """A post names a person."""

    post = models.ForeignKey(Post, models.CASCADE, related_name="mentions")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="mentions", db_index=False
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "post"], name="mention_once")]

    def __str__(self) -> str:
        return f"{self.post_id} names {self.person_id}"

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import pgettext_lazy

from space.discuss.models.categories import Audience, Category
from space.discuss.models.tags import Tag
from space.discuss.models.topic_queries import TopicQuerySet
from space.groups.models import Group
from space.kit.folding import Letters
from space.kit.seeing import VisibleManager

if TYPE_CHECKING:
    from space.discuss.models.drafts import Draft


class Kind(models.TextChoices):
    """What people gather around. Later parts of Space add what is theirs to a topic of their kind."""

    CONVERSATION = "conversation", pgettext_lazy("topic kind", "Conversation")
    QUESTION = "question", pgettext_lazy("topic kind", "Question")
    ARCHIVED = "archived", pgettext_lazy("topic kind", "From an archive")
    STORY = "story", pgettext_lazy("topic kind", "Story")
    EVENT = "event", pgettext_lazy("topic kind", "Event")
    MESSAGE = "message", pgettext_lazy("topic kind", "Private message")


TopicManager = VisibleManager.from_queryset(TopicQuerySet)


class Topic(models.Model):
    """Everything people gather around. Its texts are posts; the first one opens it."""

    category = models.ForeignKey(Category, models.PROTECT, null=True, related_name="topics", db_index=False)
    kind = models.CharField(max_length=12, choices=Kind, default=Kind.CONVERSATION)
    audience = models.CharField(max_length=8, choices=Audience)
    group = models.ForeignKey(Group, models.PROTECT, null=True, blank=True, related_name="topics")
    # The group that the question is for. It stays public, whatever becomes of the group.
    asked = models.ForeignKey(
        Group, models.SET_NULL, null=True, blank=True, related_name="asked_topics", db_index=False
    )
    # Stands in the common list: neither its category nor a moderator keeps it out.
    listed = models.BooleanField(default=True)
    # Kept out of every list by a moderator; who has its address reads it as before.
    unlisted = models.BooleanField(default=False)
    # Between two posts of one person, where a moderator slows people down.
    slow_minutes = models.PositiveSmallIntegerField(default=0, db_default=0)
    # When it does so by itself.
    closes_at = models.DateTimeField(null=True, blank=True)
    reopens_at = models.DateTimeField(null=True, blank=True)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="topics", db_index=False
    )
    title = models.CharField(max_length=255)
    slug = models.CharField(max_length=120)
    # The first words of the first post, for feeds and previews of links.
    excerpt = models.CharField(max_length=300, blank=True)
    language = models.CharField(max_length=20, blank=True)
    # Of its posts, in the order in which they came; its own comes first, even where nobody knows it (""): one
    # question to an index finds what is in a language or in none. Kept as the numbers below.
    languages = ArrayField(models.CharField(max_length=20, blank=True), default=list)
    tags = models.ManyToManyField(Tag, blank=True, related_name="topics")
    created_at = models.DateTimeField(default=timezone.now)
    last_posted_at = models.DateTimeField(default=timezone.now)
    # Kept by actions in the transaction of their cause; `manage recount` finds no difference.
    posts_count = models.PositiveIntegerField(default=0)
    highest_number = models.PositiveIntegerField(default=0)
    # The highest one that a post had which stands elsewhere now.
    moved_number = models.PositiveIntegerField(default=0, db_default=0)
    # Of the last post that can be seen: behind it nothing is unread.
    last_number = models.PositiveIntegerField(default=0)
    views = models.PositiveIntegerField(default=0)
    # Up to five people for a row: first author, latest, then the most frequent.
    people = ArrayField(models.BigIntegerField(), default=list)
    # How many quiet lines its pages have to tell, so that most topics ask for none.
    deeds_count = models.PositiveSmallIntegerField(default=0)
    # Rises with every change that a row or page shows; kept fragments carry it in their key.
    version = models.PositiveIntegerField(default=1)

    # Of the reader who found it (finding.py): how far they have read, what they want to hear of it, and the reply
    # that they have begun.
    my_number: int | None = None
    my_level: int | None = None
    my_draft: "Draft | None" = None
    # Who wrote the last posts of a public topic, the newest first; "" where nobody writes with the account any more.
    last_writers: tuple[str, ...] = ()
    # Of who reads a translation of what it is about: in which language.
    read_in: str = ""
    # How many of the posts are theirs, and whether they have read that these are many (hints.py).
    my_posts: int = 0
    my_hint_read: bool = False

    objects = TopicManager()

    class Meta:
        # Every reply writes every index of its topic anew: none that another one covers.
        indexes = [
            models.Index("last_posted_at", "id", condition=Q(listed=True), name="topic_latest"),
            models.Index("category", "last_posted_at", "id", name="topic_of_category"),
            models.Index("author", "created_at", name="topic_of_author"),
            GinIndex(OpClass(Letters("title"), "gin_trgm_ops"), name="topic_title_letters"),
            GinIndex(fields=["languages"], name="topic_languages"),
            models.Index("created_at", "id", condition=Q(listed=True), name="topic_made"),
            models.Index(
                "asked", "last_posted_at", "id", condition=Q(asked__isnull=False), name="topic_asked"
            ),
            # Few topics have a clock, and these alone are in there.
            models.Index("closes_at", condition=Q(closes_at__isnull=False), name="topic_closes"),
            models.Index("reopens_at", condition=Q(reopens_at__isnull=False), name="topic_reopens"),
            models.Index(
                "last_posted_at", "id", condition=Q(listed=True, posts_count=1), name="topic_unanswered"
            ),
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

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self._state.adding:
            self.languages = [self.language]
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("discuss:topic", args=[self.slug, self.pk])

    @property
    def next_number(self) -> int:
        """Of the next post: one that no post has had here."""
        return max(self.highest_number, self.moved_number) + 1

    @property
    def is_closed(self) -> bool:
        return hasattr(self, "closure")

    @property
    def is_solved(self) -> bool:
        return hasattr(self, "answer")

    @property
    def replies_count(self) -> int:
        return max(self.posts_count - 1, 0)

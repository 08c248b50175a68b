from collections.abc import Iterable
from typing import Self

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import pgettext_lazy

from space.accounts.models import Trust
from space.accounts.readers import Reader
from space.groups.models import Group
from space.kit.seeing import VisibleManager


class Audience(models.TextChoices):
    """Who may know of a thing. What no rule allows is invisible."""

    PUBLIC = "public", pgettext_lazy("audience", "Everyone")
    MEMBERS = "members", pgettext_lazy("audience", "Members")
    GROUP = "group", pgettext_lazy("audience", "A group")
    PEOPLE = "people", pgettext_lazy("audience", "The people in it")
    DRAFT = "draft", pgettext_lazy("audience", "Its writers")
    # Of what was deleted. No rule allows it, so whoever forgets a condition shows too little.
    NOBODY = "nobody", pgettext_lazy("audience", "Nobody")


class Door(models.TextChoices):
    """Who may go through: reply, or start a topic."""

    MEMBERS = "members", pgettext_lazy("door", "Everyone who has signed in")
    MODERATORS = "moderators", pgettext_lazy("door", "Moderators")
    NOBODY = "nobody", pgettext_lazy("door", "Nobody")


class Approval(models.TextChoices):
    """Whose posts a moderator looks at before others see them. Who looks after the category needs nobody."""

    NONE = "none", pgettext_lazy("approval", "Nobody's: they appear at once")
    NEW = "new", pgettext_lazy("approval", "Those of newer people (trust 0 and 1)")
    ALL = "all", pgettext_lazy("approval", "Everybody's")


class FirstList(models.TextChoices):
    """The order in which a category shows its topics to who has not asked for another."""

    LATEST = "latest", pgettext_lazy("topic list", "Latest")
    TOP = "top", pgettext_lazy("topic list", "Top")
    HOT = "hot", pgettext_lazy("topic list", "Hot")


class CategoryKind(models.TextChoices):
    CONVERSATION = "conversation", pgettext_lazy("category", "Conversations")
    ARCHIVE = "archive", pgettext_lazy("category", "Archive")


class CategoryQuerySet(models.QuerySet["Category"]):
    def visible_to(self, reader: Reader) -> Self:
        allowed = Q(audience=Audience.PUBLIC)
        if reader.is_member:
            allowed |= Q(audience=Audience.MEMBERS)
            allowed |= Q(audience=Audience.GROUP, group__in=reader.groups)
        return self.filter(allowed)

    def below(self, rooms: Iterable[int]) -> Self:
        """Those that stand below one of these: who looks after one looks after what is below it."""
        return self.filter(parent__in=rooms)

    def in_order(self) -> Self:
        return self.order_by("position", "name")


CategoryManager = VisibleManager.from_queryset(CategoryQuerySet)


class Category(models.Model):
    """A room for conversations. Two levels at most; who may see it holds for everything inside."""

    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    slug = models.SlugField(max_length=80, unique=True, allow_unicode=True)
    name = models.CharField(max_length=80)
    description = models.TextField(blank=True, max_length=1000)
    language = models.CharField(max_length=20, blank=True)
    tone = models.PositiveSmallIntegerField(
        default=1, validators=[MinValueValidator(1), MaxValueValidator(12)]
    )
    icon = models.CharField(max_length=40, blank=True)
    position = models.PositiveSmallIntegerField(default=0)
    kind = models.CharField(max_length=12, choices=CategoryKind, default=CategoryKind.CONVERSATION)
    audience = models.CharField(max_length=8, choices=Audience, default=Audience.PUBLIC)
    group = models.ForeignKey(Group, models.PROTECT, null=True, blank=True, related_name="categories")
    who_replies = models.CharField(max_length=12, choices=Door, default=Door.MEMBERS)
    who_starts = models.CharField(max_length=12, choices=Door, default=Door.MEMBERS)
    # How much trust one needs here; moderators always may.
    trust_to_start = models.PositiveSmallIntegerField(choices=Trust, default=Trust.NEW)
    trust_to_reply = models.PositiveSmallIntegerField(choices=Trust, default=Trust.NEW)
    approval = models.CharField(max_length=4, choices=Approval, default=Approval.NONE)
    # What its page shows first, and what a new topic's text begins with.
    first_list = models.CharField(max_length=10, choices=FirstList, default=FirstList.LATEST)
    template = models.TextField(blank=True, max_length=4000)
    # The topic that says what the category is for; it stands on top of its list.
    about = models.OneToOneField(
        "discuss.Topic", models.SET_NULL, null=True, blank=True, related_name="about_of"
    )
    suppressed_from_latest = models.BooleanField(default=False)
    # Ask search engines to leave its pages out.
    noindex = models.BooleanField(default=False)
    topics_count = models.PositiveIntegerField(default=0)
    posts_count = models.PositiveIntegerField(default=0)
    last_posted_at = models.DateTimeField(null=True, blank=True)

    objects = CategoryManager()

    class Meta:
        verbose_name_plural = "categories"
        constraints = [
            models.CheckConstraint(
                name="category_names_its_group",
                condition=Q(audience=Audience.GROUP, group__isnull=False)
                | (Q(audience__in=[Audience.PUBLIC, Audience.MEMBERS]) & Q(group__isnull=True)),
                violation_error_message=pgettext_lazy(
                    "category", "A category for a group has to name that group."
                ),
            ),
            models.CheckConstraint(name="category_is_not_its_own_parent", condition=~Q(parent=F("pk"))),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("discuss:category", args=[self.slug])

    @property
    def is_archive(self) -> bool:
        return self.kind == CategoryKind.ARCHIVE

    @property
    def in_latest(self) -> bool:
        return not (self.suppressed_from_latest or self.is_archive)


class Moderator(models.Model):
    """A person looks after a category, exactly while this row exists."""

    category = models.ForeignKey(Category, models.CASCADE, related_name="moderators")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="moderates")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "category"], name="moderator_once")]

    def __str__(self) -> str:
        return f"{self.person_id} of {self.category_id}"


class ModeratorGroup(models.Model):
    """All members of a group look after a category, exactly while this row exists."""

    category = models.ForeignKey(Category, models.CASCADE, related_name="moderator_groups")
    group = models.ForeignKey(Group, models.CASCADE, related_name="moderates")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["group", "category"], name="moderator_group_once")]

    def __str__(self) -> str:
        return f"group {self.group_id} of {self.category_id}"

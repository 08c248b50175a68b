from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import pgettext_lazy

from space.accounts.readers import Reader
from space.kit.seeing import VisibleManager


class Joining(models.TextChoices):
    OPEN = "open", pgettext_lazy("group", "Anyone can join")
    REQUEST = "request", pgettext_lazy("group", "People ask to join")
    INVITATION = "invitation", pgettext_lazy("group", "By invitation")


class Office(models.TextChoices):
    """What a group does for the whole place. Roles of staff are groups too."""

    NONE = "", pgettext_lazy("office", "None")
    MODERATORS = "moderators", pgettext_lazy("office", "Moderators")
    ADMINISTRATORS = "administrators", pgettext_lazy("office", "Administrators")


class Role(models.TextChoices):
    MEMBER = "member", pgettext_lazy("group role", "Member")
    MODERATOR = "moderator", pgettext_lazy("group role", "Moderator")
    OWNER = "owner", pgettext_lazy("group role", "Owner")


class GroupQuerySet(models.QuerySet["Group"]):
    def visible_to(self, reader: Reader) -> Self:
        """Groups this reader may know of: listed ones, and one's own. Inside is another question."""
        return self.filter(Q(is_listed=True) | Q(pk__in=reader.groups))


GroupManager = VisibleManager.from_queryset(GroupQuerySet)


class Group(models.Model):
    """People who belong together. What is said in a closed group is for its members alone."""

    slug = models.SlugField(max_length=80, unique=True, allow_unicode=True)
    name = models.CharField(max_length=120)
    description = models.TextField(blank=True)
    language = models.CharField(max_length=20, blank=True)
    joining = models.CharField(max_length=10, choices=Joining, default=Joining.INVITATION)
    is_listed = models.BooleanField(default=True)
    office = models.CharField(max_length=20, choices=Office, default=Office.NONE, blank=True)
    members = models.ManyToManyField(
        settings.AUTH_USER_MODEL, through="Membership", related_name="space_groups"
    )
    created_at = models.DateTimeField(default=timezone.now)

    objects = GroupManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["office"], condition=~Q(office=""), name="one_group_an_office"),
        ]

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """A person belongs to a group, exactly while this row exists."""

    group = models.ForeignKey(Group, models.CASCADE, related_name="memberships")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="memberships", db_index=False
    )
    role = models.CharField(max_length=10, choices=Role, default=Role.MEMBER)
    joined_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "group"], name="member_once")]

    def __str__(self) -> str:
        return f"{self.person_id} in {self.group_id}"

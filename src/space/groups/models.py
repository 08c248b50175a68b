from typing import Self

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import pgettext_lazy

from space.accounts.readers import Reader
from space.groups.permissions import knows_of_unlisted
from space.groups.standing import owned
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
    EDITORS = "editors", pgettext_lazy("office", "Editorial board")


# Of several that somebody holds the first one stands beside their name.
BY_WEIGHT = (Office.ADMINISTRATORS, Office.MODERATORS, Office.EDITORS)
# Who holds one of these looks after the whole place.
LOOKS_AFTER = (Office.ADMINISTRATORS, Office.MODERATORS)


class Mentioning(models.TextChoices):
    """Who calls the members of a group by writing its name with an @ before it."""

    NOBODY = "nobody", pgettext_lazy("who mentions a group", "Nobody")
    MEMBERS = "members", pgettext_lazy("who mentions a group", "Its members")
    EVERYBODY = (
        "everybody",
        pgettext_lazy("who mentions a group", "Everybody who has been here a little longer"),
    )


class Role(models.TextChoices):
    MEMBER = "member", pgettext_lazy("group role", "Member")
    MODERATOR = "moderator", pgettext_lazy("group role", "Moderator")
    OWNER = "owner", pgettext_lazy("group role", "Owner")


class GroupQuerySet(models.QuerySet["Group"]):
    def visible_to(self, reader: Reader) -> Self:
        """Groups this reader may know of: listed ones, and one's own. Inside is another question.

        Moderators of the whole place know that an unlisted group is there, or nobody could look after it; and owners
        know of a group that they have deleted while they can take that back.
        """
        known = Q(is_listed=True, ends_at=None) | Q(pk__in=reader.groups | owned(reader))
        return self.filter(known | Q(ends_at=None) if knows_of_unlisted(reader) else known)

    def nameable(self, among: int | None = None) -> Self:
        """Groups that a text can name: those that everybody may know of, and the one whose members alone read it."""
        return self.filter(Q(is_listed=True) | Q(pk=among), ends_at=None)

    def communities(self) -> Self:
        """Without those that hold an office."""
        return self.filter(office=Office.NONE)


GroupManager = VisibleManager.from_queryset(GroupQuerySet)


class Group(models.Model):
    """People who belong together. What is said in a closed group is for its members alone."""

    slug = models.SlugField(max_length=80, unique=True, allow_unicode=True)
    name = models.CharField(max_length=120)
    description = models.TextField(blank=True)
    language = models.CharField(max_length=20, blank=True)
    # Codes of the languages that are spoken there.
    languages = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    joining = models.CharField(max_length=10, choices=Joining, default=Joining.INVITATION)
    is_listed = models.BooleanField(default=True)
    # What who asks to join is asked; the answers are for its owners and moderators alone.
    questions = ArrayField(models.CharField(max_length=200), default=list, blank=True)
    # Who belongs is told to everybody who knows of the group, or to its members alone.
    shows_members = models.BooleanField(default=True)
    who_mentions = models.CharField(max_length=9, choices=Mentioning, default=Mentioning.MEMBERS)
    # What stands beside the names of its members; nothing where nothing shall.
    title = models.CharField(max_length=40, blank=True)
    office = models.CharField(max_length=20, choices=Office, default=Office.NONE, blank=True)
    # It is read and no more written in.
    closed_at = models.DateTimeField(null=True, blank=True)
    # Deleted by its owners: from then on nobody sees inside, and at this moment it ends for good.
    ends_at = models.DateTimeField(null=True, blank=True)
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

    def get_absolute_url(self) -> str:
        return reverse("groups:group", args=[self.slug])

    @property
    def is_closed(self) -> bool:
        return self.closed_at is not None

    @property
    def is_ending(self) -> bool:
        return self.ends_at is not None


class MembershipQuerySet(models.QuerySet["Membership"]):
    def looking_after(self) -> Self:
        """Of those who moderate the whole place, or administer it."""
        return self.filter(group__office__in=LOOKS_AFTER, group__ends_at=None)

    def leading(self, group: int) -> Self:
        """Of a group's owners and moderators."""
        return self.filter(group=group, role__in=[Role.OWNER, Role.MODERATOR])


class Membership(models.Model):
    """A person belongs to a group, exactly while this row exists."""

    group = models.ForeignKey(Group, models.CASCADE, related_name="memberships")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="memberships", db_index=False
    )
    role = models.CharField(max_length=10, choices=Role, default=Role.MEMBER)
    joined_at = models.DateTimeField(default=timezone.now)
    # The title of the group stands beside their name; of one group at most.
    shows_title = models.BooleanField(default=False)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "group"], name="member_once")]

    def __str__(self) -> str:
        return f"{self.person_id} in {self.group_id}"


class StaffVisit(models.Model):
    """Somebody of the staff reads until then what is not for them, for a reason that those inside are told."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    reason = models.CharField(max_length=500)
    at = models.DateTimeField(default=timezone.now)
    until = models.DateTimeField()

    class Meta:
        abstract = True
        ordering = ["-at"]

    def __str__(self) -> str:
        return f"{self._meta.model_name} {self.pk} of {self.person_id} until {self.until}"


class Visit(StaffVisit):
    """Of a closed group. Its owners are told."""

    group = models.ForeignKey(Group, models.CASCADE, related_name="visits")

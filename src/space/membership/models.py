import secrets
from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import pgettext_lazy

from space.accounts.models import User
from space.groups.models import Group, Joining
from space.kit import clock


class Outcome(models.TextChoices):
    """What became of something that was asked for."""

    WAITS = "", pgettext_lazy("outcome", "Waits for an answer")
    ACCEPTED = "accepted", pgettext_lazy("outcome", "Accepted")
    DECLINED = "declined", pgettext_lazy("outcome", "Declined")
    WITHDRAWN = "withdrawn", pgettext_lazy("outcome", "Withdrawn")


class Asked(models.Model):
    """Something that one asks for and others decide."""

    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    outcome = models.CharField(max_length=9, choices=Outcome, default=Outcome.WAITS, blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    # Why it was declined, for who asked.
    reason = models.CharField(max_length=500, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self._meta.model_name} {self.pk} by {self.by_id}"

    @property
    def waits(self) -> bool:
        return self.outcome == Outcome.WAITS

    def answer(self, *, accept: bool, by: User, reason: str) -> None:
        """Yes, or no and why; to be saved by the action that decides."""
        self.outcome = Outcome.ACCEPTED if accept else Outcome.DECLINED
        self.decided_by, self.decided_at, self.reason = by, clock.now(), reason


class JoinRequest(Asked):
    """Somebody asks to be let into a group. Its questions stand beside the answers, as they were asked."""

    group = models.ForeignKey(Group, models.CASCADE, related_name="requests")
    words = models.CharField(max_length=1000, blank=True)
    # Pairs of question and answer.
    answers = models.JSONField(default=list)

    class Meta:
        ordering = ["at"]
        constraints = [
            models.UniqueConstraint(
                fields=["group", "by"], condition=Q(outcome=""), name="one_waiting_request"
            ),
        ]


class Proposal(Asked):
    """Somebody asks for a new closed group. Staff decide."""

    name = models.CharField(max_length=120)
    purpose = models.CharField(max_length=500)
    why = models.TextField(max_length=2000)
    language = models.CharField(max_length=20, blank=True)
    joining = models.CharField(max_length=10, choices=Joining, default=Joining.REQUEST)
    is_listed = models.BooleanField(default=True)
    # The group that came of it.
    group = models.OneToOneField(Group, models.SET_NULL, null=True, related_name="proposal")

    class Meta:
        ordering = ["at"]


def new_key() -> str:
    return secrets.token_urlsafe(18)


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def good(self, now: datetime) -> Self:
        """Those that still open the door."""
        unused = Q(uses_left=None) | Q(uses_left__gt=0)
        return self.filter(unused, ended_at=None, ends_at__gt=now, group__ends_at=None, group__closed_at=None)


class Invitation(models.Model):
    """A key to the door of a group: a link for whoever holds it, or for one person."""

    group = models.ForeignKey(Group, models.CASCADE, related_name="invitations")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="+")
    key = models.CharField(max_length=32, unique=True, default=new_key)
    # How many more people it lets in; nothing where as many as hold it.
    uses_left = models.PositiveIntegerField(null=True)
    uses = models.PositiveIntegerField(default=0)
    at = models.DateTimeField(default=timezone.now)
    ends_at = models.DateTimeField()
    # Taken back, or answered with no.
    ended_at = models.DateTimeField(null=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        ordering = ["-at"]

    def __str__(self) -> str:
        return f"invitation {self.pk} to {self.group_id}"


class Did(models.TextChoices):
    """What happened to a group, as its members are told."""

    FOUNDED = "founded", pgettext_lazy("deed of a group", "The group was made")
    JOINED = "joined", pgettext_lazy("deed of a group", "Joined")
    APPOINTED = "appointed", pgettext_lazy("deed of a group", "Was appointed")
    ASKED = "asked", pgettext_lazy("deed of a group", "Asked to join")
    LET_IN = "let-in", pgettext_lazy("deed of a group", "Was let in")
    DECLINED = "declined", pgettext_lazy("deed of a group", "Was not let in")
    INVITED = "invited", pgettext_lazy("deed of a group", "Was invited")
    LEFT = "left", pgettext_lazy("deed of a group", "Left")
    REMOVED = "removed", pgettext_lazy("deed of a group", "Was taken out of the group")
    ROLE = "role", pgettext_lazy("deed of a group", "Has another role")
    CHANGED = "changed", pgettext_lazy("deed of a group", "The group was changed")
    CLOSED = "closed", pgettext_lazy("deed of a group", "The group was made read-only")
    REOPENED = "reopened", pgettext_lazy("deed of a group", "The group was opened again")
    DELETED = "deleted", pgettext_lazy("deed of a group", "The group was deleted")
    KEPT = "kept", pgettext_lazy("deed of a group", "The deletion was taken back")
    VISITED = "visited", pgettext_lazy("deed of a group", "Opened by staff")
    MOVED_OUT = (
        "moved-out",
        pgettext_lazy("deed of a group", "A topic was moved out, to where others read it"),
    )
    COPIED_OUT = (
        "copied",
        pgettext_lazy("deed of a group", "A copy of a story was taken out, to be offered to the Blog"),
    )
    EXPORTED = "exported", pgettext_lazy("deed of a group", "A copy of the whole group was made")
    ASKABLE = "askable", pgettext_lazy("deed of a group", "The group takes questions now")
    UNASKED = "unasked", pgettext_lazy("deed of a group", "The group takes no more questions")
    WAITING = "waiting", pgettext_lazy("deed of a group", "Questions to the group have waited long")
    IDLE = "idle", pgettext_lazy("deed of a group", "Nothing has been written for a long time")


class GroupDeed(models.Model):
    """Something that happened to a group or to a member of it. Its own history, for those inside."""

    group = models.ForeignKey(Group, models.CASCADE, related_name="deeds")
    did = models.CharField(max_length=9, choices=Did)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    # To whom, where it is about somebody else.
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    # A reason, or the name of the new role.
    words = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["group", "-at"], name="deeds_of_a_group")]

    def __str__(self) -> str:
        return f"{self.did} {self.group_id}"

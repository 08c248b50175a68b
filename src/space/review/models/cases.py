from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q, Sum
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import pgettext_lazy

from space.accounts.readers import Reader
from space.discuss.models import Category, Post
from space.groups.models import Group
from space.groups.standing import led
from space.kit.seeing import VisibleManager
from space.moderation.permissions import moderates_place


class Why(models.TextChoices):
    """What is wrong with a thing, as who flags it says."""

    OFF_TOPIC = "off-topic", pgettext_lazy("flag", "It's Off-Topic")
    INAPPROPRIATE = "inappropriate", pgettext_lazy("flag", "It's Inappropriate")
    SPAM = "spam", pgettext_lazy("flag", "It's Spam")
    ELSE = "else", pgettext_lazy("flag", "Something Else")
    ILLEGAL = "illegal", pgettext_lazy("flag", "It's Illegal")


def looked_after(reader: Reader, way: str = "") -> Q:
    """Of which cases this reader decides, also where `way` leads to the case: asked so, each row looks at its own.

    As a list of all cases that one sees it read every one of them as soon as one appeal waited.
    """
    if not reader.is_member:
        return Q(pk__in=[])
    rooms, seen = reader.moderated_categories, Q(**{f"{way}group": None})
    theirs = Q(**{f"{way}category__in": rooms}) | Q(**{f"{way}group__in": led(reader)})
    seen |= Q(**{f"{way}group__in": reader.groups})
    if rooms:
        theirs |= Q(seen, **{f"{way}category__in": Category.objects.below(rooms).values("pk")})
    if moderates_place(reader):
        theirs |= seen | Q(**{f"{way}asks_staff": True})
    return theirs & ~Q(**{f"{way}author": reader.pk})


class CaseQuerySet(models.QuerySet["Case"]):
    def visible_to(self, reader: Reader) -> Self:
        """Cases of what this reader looks after, also in categories below theirs. Those of a closed group are its own,
        unless it asked staff in.

        Nobody sees who flagged what they wrote themselves.
        """
        return self.filter(looked_after(reader)) if reader.is_member else self.none()

    def of_own(self, reader: Reader) -> Self:
        """Cases about what this reader wrote, to say no with words."""
        return self.filter(author=reader.pk)

    def about(self, reader: Reader) -> Self:
        """About what this reader wrote and nobody sees now, while nobody has decided; also while suspended."""
        out_of_sight = Q(hidden_at__isnull=False) | Q(is_held=True) | Q(amended_at__isnull=False)
        return self.waiting().filter(out_of_sight, author=reader.pk)

    def taken_back_by(self, reader: Reader) -> Self:
        """What this reader did not want to say after all: they can still read it, so that no words are lost."""
        return self.filter(author=reader.pk, taken_back_at__isnull=False)

    def hidden_from_author(self, reader: Reader) -> Self:
        """Those of this reader's posts that were hidden by their flags, or by somebody who asks for a change."""
        asked = Q(decisions__did="ask", decisions__reversed_at=None)
        by_itself = Q(decided_at=None, hidden_at__isnull=False)
        return self.filter(asked | by_itself, author=reader.pk, amended_at=None)

    def waiting(self) -> Self:
        return self.filter(decided_at=None)

    def in_order(self) -> Self:
        """The heaviest first; of equals the oldest."""
        return self.order_by(F("weight").desc(), "opened_at", "pk")

    def behind(self, weight: float, opened_at: datetime, pk: int) -> Self:
        """What comes after this place in that order."""
        later = Q(opened_at__gt=opened_at) | Q(opened_at=opened_at, pk__gt=pk)
        return self.filter(Q(weight__lt=weight) | Q(later, weight=weight), weight__lte=weight)

    def decided(self) -> Self:
        done = self.filter(decided_at__isnull=False, taken_back_at=None)
        return done.order_by(F("decided_at").desc(), F("id").desc())

    def decided_before(self, moment: datetime, pk: int) -> Self:
        return self.filter(Q(decided_at__lt=moment) | Q(decided_at=moment, pk__lt=pk))


CaseManager = VisibleManager.from_queryset(CaseQuerySet)


class Case(models.Model):
    """One thing that somebody should look at. While it waits, every flag on the thing comes to it."""

    # Which thing: the label of its model, and its id, as in the log.
    thing_kind = models.CharField(max_length=60)
    thing_id = models.BigIntegerField()
    # Whose it is. Of a person it is themselves.
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    # Where it stood when the case was opened; nothing for persons and private messages.
    category = models.ForeignKey(Category, models.SET_NULL, null=True, related_name="+")
    # Only where it is read by that group alone.
    group = models.ForeignKey(Group, models.SET_NULL, null=True, related_name="+")
    topic = models.BigIntegerField(default=0)
    language = models.CharField(max_length=20, blank=True)
    opened_at = models.DateTimeField(default=timezone.now)
    weight = models.FloatField(default=0)
    # It was written, and is seen by nobody until somebody looked at it.
    is_held = models.BooleanField(default=False)
    # By itself, because of its flags; it comes back by itself as well.
    hidden_at = models.DateTimeField(null=True)
    # What its author says to who decides, while it waits.
    words = models.CharField(max_length=2000, blank=True)
    # Its author changed the post, and it was seen again: once.
    amended_at = models.DateTimeField(null=True)
    asks_staff = models.BooleanField(default=False)
    claimed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    claimed_at = models.DateTimeField(null=True)
    reminded_at = models.DateTimeField(null=True)
    decided_at = models.DateTimeField(null=True)
    # Its author took back what was held: since that moment it does not wait any more, and nobody decided.
    taken_back_at = models.DateTimeField(null=True)
    # Rises with each change, so that who decides says what they had before their eyes.
    version = models.PositiveIntegerField(default=1)

    objects = CaseManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["thing_kind", "thing_id"], condition=Q(decided_at=None), name="one_waiting_case"
            )
        ]
        indexes = [
            models.Index(F("weight").desc(), "opened_at", "id", condition=Q(decided_at=None), name="queue"),
            models.Index("opened_at", condition=Q(decided_at=None), name="queue_by_age"),
            models.Index("opened_at", condition=Q(decided_at=None, is_held=True), name="queue_held"),
            models.Index(
                F("decided_at").desc(),
                F("id").desc(),
                condition=Q(decided_at__isnull=False),
                name="queue_done",
            ),
            models.Index("author", "opened_at", name="case_of_author"),
            models.Index("topic", condition=Q(decided_at=None), name="case_of_topic"),
        ]

    def __str__(self) -> str:
        return f"case {self.pk}: {self.thing_kind} {self.thing_id}"

    def get_absolute_url(self) -> str:
        return reverse("review:case", args=[self.pk])

    @property
    def waits(self) -> bool:
        return self.decided_at is None

    def post_for(self, reader: Reader) -> Post | None:
        """For who wrote it, also where nobody sees it: the post, with what rules ask of it."""
        if self.thing_kind != Post._meta.label_lower:
            return None
        posts = Post.objects.written_by(reader).select_related(
            "topic__category", "topic__closure", "topic__group"
        )
        return posts.filter(pk=self.thing_id).first()

    def main_reason(self) -> str:
        """What most flags on it say, by their weight."""
        said = self.flags.filter(withdrawn_at=None).values_list("why").annotate(n=Sum("weight"))
        found: str = said.order_by("-n", "why").values_list("why", flat=True).first() or ""
        return found


class Flag(models.Model):
    """Somebody, or a rule, says that a thing needs a look."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="flags")
    # Nobody where a rule did it, or somebody without an account.
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    # Where it came from on that day, as limits know it: flags from one household count once. Gone when decided.
    sender = models.CharField(max_length=50, blank=True)
    # The name of the rule.
    rule = models.CharField(max_length=40, blank=True)
    why = models.CharField(max_length=13, choices=Why)
    words = models.CharField(max_length=1000, blank=True)
    # Of a story: in which language, where that was a translation.
    read_in = models.CharField(max_length=20, blank=True, db_default="")
    at = models.DateTimeField(default=timezone.now)
    weight = models.FloatField(default=0)
    withdrawn_at = models.DateTimeField(null=True)
    # Whether who decided agreed with it; nothing while it waits, and where it was ignored.
    agreed = models.BooleanField(null=True)

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "by"], condition=Q(withdrawn_at=None, by__isnull=False), name="one_flag_each"
            )
        ]
        indexes = [models.Index("by", "at", name="flag_of_person")]

    def __str__(self) -> str:
        return f"{self.why} on {self.case_id}"

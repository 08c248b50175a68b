from datetime import datetime, timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import pgettext_lazy

from space.accounts.readers import Reader
from space.kit import clock
from space.kit.seeing import VisibleManager
from space.moderation.models import Penalty
from space.review.models.cases import Case, looked_after


class Did(models.TextChoices):
    """What a decision does with the thing."""

    HIDE = "hide", pgettext_lazy("decision", "Agree and hide")
    KEEP = "keep", pgettext_lazy("decision", "Keep")
    IGNORE = "ignore", pgettext_lazy("decision", "Ignore")
    DELETE = "delete", pgettext_lazy("decision", "Delete")
    ASK = "ask", pgettext_lazy("decision", "Ask the author to edit")
    CLOSE = "close", pgettext_lazy("decision", "Close the topic")
    # It was moved, split or edited by hand, or only its author is dealt with.
    AGREE = "agree", pgettext_lazy("decision", "Agree")
    # By the machine alone: watched words that others stand for.
    REPLACE = "replace", pgettext_lazy("decision", "Other words put in place of watched ones")


# What says that the flags were right.
AGREES = frozenset({Did.HIDE, Did.DELETE, Did.ASK, Did.CLOSE, Did.AGREE})
# What does something to what the author wrote.
BURDENS = AGREES | {Did.REPLACE}


class Follows(models.TextChoices):
    """What follows for the author."""

    NOTHING = "", pgettext_lazy("decision", "Nothing")
    WARNING = "warning", pgettext_lazy("decision", "A warning")
    SILENCE = "silence", pgettext_lazy("decision", "Silence: reads, cannot write")
    SUSPENSION = "suspension", pgettext_lazy("decision", "Suspension: as if signed out")
    # Without a case alone.
    LIMITS = "limits", pgettext_lazy("decision", "Limits of their own")
    APPROVAL = "approval", pgettext_lazy("decision", "A moderator looks first at what they write")


class Clause(models.TextChoices):
    """The part of the guidelines that a decision names."""

    RESPECT = "respect", pgettext_lazy("guideline", "Respect each other")
    TOPIC = "topic", pgettext_lazy("guideline", "Stay with the topic")
    SPAM = "spam", pgettext_lazy("guideline", "No advertising, no vandalism")
    PRIVACY = "privacy", pgettext_lazy("guideline", "Respect privacy")
    RIGHTS = "rights", pgettext_lazy("guideline", "Share only what may be shared")
    LAW = "law", pgettext_lazy("guideline", "Respect the law")
    OTHER = "other", pgettext_lazy("guideline", "Something else, as told")


class DecisionQuerySet(models.QuerySet["Decision"]):
    def by_people(self) -> Self:
        return self.exclude(did=Did.REPLACE)

    def about(self, reader: Reader) -> Self:
        """What this reader was told of: what was done to what they wrote or to them, or is shown again."""
        done = Q(did__in=BURDENS) | ~Q(follows="")
        was_away = Q(case__is_held=True) | Q(case__hidden_at__isnull=False)
        return self.filter(done | was_away, case__author=reader.pk)


class Decision(models.Model):
    """What was decided about a case. Never changed; undone by another one."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="decisions")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    did = models.CharField(max_length=7, choices=Did)
    clause = models.CharField(max_length=8, choices=Clause, blank=True)
    # For the author, and in the log beside their thing.
    reason = models.CharField(max_length=2000, blank=True)
    follows = models.CharField(max_length=10, choices=Follows, default=Follows.NOTHING, blank=True)
    penalty = models.OneToOneField(Penalty, models.SET_NULL, null=True, related_name="decision")
    at = models.DateTimeField(default=timezone.now)
    # After an appeal.
    reversed_at = models.DateTimeField(null=True)

    objects = DecisionQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [models.Index("at", name="decision_at")]

    def __str__(self) -> str:
        return f"{self.did} of {self.case_id}"

    @property
    def agrees(self) -> bool:
        return self.did in AGREES

    @property
    def burdens(self) -> bool:
        """Whether it does something to the author that they may appeal."""
        return self.did in BURDENS or bool(self.follows)

    @property
    def is_told(self) -> bool:
        """Whether its author hears of it: it does something to them, or to what was out of sight. Expects `case`."""
        return self.burdens or self.case.is_held or self.case.hidden_at is not None


class Outcome(models.TextChoices):
    WAITS = "", pgettext_lazy("appeal", "Waits for another moderator")
    UPHELD = "upheld", pgettext_lazy("appeal", "The decision stays")
    REVERSED = "reversed", pgettext_lazy("appeal", "The decision was wrong and is undone")


# How long an appeal may take: three days.
CLOCK = timedelta(hours=72)


class AppealQuerySet(models.QuerySet["Appeal"]):
    def visible_to(self, reader: Reader) -> Self:
        """One's own, and those of cases that one looks after."""
        return self.filter(Q(by=reader.pk) | looked_after(reader, "decision__case__"))

    def waiting(self) -> Self:
        return self.filter(outcome="")


AppealManager = VisibleManager.from_queryset(AppealQuerySet)


class Appeal(models.Model):
    """Its author asks that somebody else looks at a decision again. Once for each decision."""

    decision = models.OneToOneField(Decision, models.CASCADE, related_name="appeal")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    words = models.CharField(max_length=2000)
    at = models.DateTimeField(default=timezone.now)
    outcome = models.CharField(max_length=8, choices=Outcome, default=Outcome.WAITS, blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    # For the author.
    reason = models.CharField(max_length=2000, blank=True)
    reminded_at = models.DateTimeField(null=True)

    objects = AppealManager()

    class Meta:
        ordering = ["at"]
        indexes = [models.Index("at", condition=Q(outcome=""), name="appeal_waits")]

    def __str__(self) -> str:
        return f"appeal against {self.decision_id}"

    @property
    def due_at(self) -> datetime:
        return self.at + CLOCK

    @property
    def hours_left(self) -> int:
        """Whole hours until it should be answered; 0 when that is over."""
        return max(0, (self.due_at - clock.now()) // timedelta(hours=1))

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Exists, OuterRef, Q

from space.accounts.readers import Reader
from space.discuss.models.topic_queries import audience_allows
from space.events.models.choices import Status
from space.events.models.events import Event
from space.kit.seeing import VisibleManager


class OccurrenceQuerySet(models.QuerySet["Occurrence"]):
    def visible_to(self, reader: Reader) -> Self:
        """Seen like the topic of the event."""
        return self.filter(audience_allows(reader, "event__topic__"))

    def in_lists(self) -> Self:
        return self.filter(event__topic__unlisted=False)

    def between(self, since: datetime, until: datetime) -> Self:
        """Those of which at least a moment lies in between. One that ends as the time begins is over."""
        return self.filter(starts_at__lt=until, ends_at__gt=since)

    def taking_place(self) -> Self:
        return self.exclude(event__status=Status.CANCELLED)

    def soonest_first(self) -> Self:
        return self.order_by("starts_at", "pk")

    def with_event(self) -> Self:
        return self.select_related("event__topic__category", "event__topic__group")


OccurrenceManager = VisibleManager.from_queryset(OccurrenceQuerySet)


class Occurrence(models.Model):
    """One time at which an event takes place: of one that repeats many, else one.

    Made when the event is saved and each night for a year ahead, so pages never work out a rule.
    """

    event = models.ForeignKey(Event, models.CASCADE, related_name="occurrences", db_index=False)
    # The day on which it begins by the rule, whatever was changed of it.
    of = models.DateField()
    starts_at = models.DateTimeField()
    # Of whole days the midnight after the last.
    ends_at = models.DateTimeField()
    # By the clock in the zone of the event.
    first_day = models.DateField()
    last_day = models.DateField()
    # Whole days are the same days for everybody; of an event with times one date can be whole days, and the reverse.
    is_all_day = models.BooleanField(default=False)
    # Where it differs from the event's.
    place = models.CharField(max_length=200, blank=True)
    note = models.CharField(max_length=500, blank=True)
    # The beginning of which who goes was reminded, a day before and an hour before: one that moves is told again.
    reminded_a_day = models.DateTimeField(null=True, blank=True)
    reminded_an_hour = models.DateTimeField(null=True, blank=True)

    objects = OccurrenceManager()

    class Meta:
        indexes = [
            models.Index("starts_at", "id", name="occurrence_starts"),
            models.Index("ends_at", "id", name="occurrence_ends"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["event", "of"], name="occurrence_of_a_day_once"),
            models.CheckConstraint(name="occurrence_lasts", condition=Q(ends_at__gte=models.F("starts_at"))),
        ]

    def __str__(self) -> str:
        return f"{self.event_id} at {self.starts_at}"


def one_of_its_dates(condition: Q) -> Exists:
    """Of events that are seen already: whether a date of theirs is like this."""
    return Exists(Occurrence.objects.for_actions().filter(condition, event=OuterRef("pk")))

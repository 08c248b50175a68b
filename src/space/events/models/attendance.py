from datetime import date, timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import pgettext_lazy

from space.events.models.events import Event
from space.events.models.guests import Guest
from space.kit import clock


class Answer(models.TextChoices):
    GOING = "going", pgettext_lazy("attendance", "Going")
    INTERESTED = "interested", pgettext_lazy("attendance", "Interested")
    NOT_GOING = "not", pgettext_lazy("attendance", "Not going")


class AttendanceQuerySet(models.QuerySet["Attendance"]):
    def with_place(self) -> Self:
        """Who is going: who waits for a free place is not going yet."""
        return self.filter(answer=Answer.GOING, waits_since=None)

    def of_date(self, event: int, of: date) -> Self:
        """What holds on one date: said of it alone, or of all by who said nothing of it alone."""
        alone = Attendance.objects.filter(event=event, of=of, person=OuterRef("person"))
        return self.filter(Q(of=of) | Q(~Exists(alone), of=None), event=event)

    def ahead(self) -> Self:
        """Without what was said of single dates that are over by now."""
        return self.filter(Q(of=None) | Q(of__gte=clock.now().date() - timedelta(days=1)))

    def of_people(self) -> Self:
        """Without guests, who are told by mail."""
        return self.filter(person__isnull=False)


class Attendance(models.Model):
    """What somebody said about coming, a person or a guest: to all dates, or to one.

    Who waits for a place is going as soon as one is free.
    """

    event = models.ForeignKey(Event, models.CASCADE, related_name="attendances", db_index=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="attends")
    # Of what repeats, the date that it is about: it comes before what the same person said of all dates.
    of = models.DateField(null=True, blank=True)
    guest = models.OneToOneField(Guest, models.CASCADE, null=True, related_name="attendance")
    answer = models.CharField(max_length=10, choices=Answer)
    # Since when they wait for a free place; the first in time is the first to get one.
    waits_since = models.DateTimeField(null=True, blank=True)
    # Whether others see it. Organisers always do.
    is_public = models.BooleanField(default=False)
    at = models.DateTimeField(default=timezone.now)

    objects = AttendanceQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                "event", "waits_since", "id", condition=Q(waits_since__isnull=False), name="attendance_waits"
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["event", "person"], condition=Q(of=None), name="attendance_once"),
            models.UniqueConstraint(
                fields=["event", "person", "of"],
                condition=Q(of__isnull=False),
                name="attendance_of_a_day_once",
            ),
            models.CheckConstraint(
                name="attendance_of_person_or_guest",
                condition=Q(person__isnull=False, guest__isnull=True)
                | Q(person__isnull=True, guest__isnull=False, is_public=False, of=None),
            ),
            models.CheckConstraint(
                name="attendance_waits_to_go", condition=Q(waits_since__isnull=True) | Q(answer="going")
            ),
        ]

    def __str__(self) -> str:
        who = self.person_id or f"guest {self.guest_id}"
        return f"{who} {self.answer} {self.event_id}"

    @property
    def has_place(self) -> bool:
        return self.answer == Answer.GOING and self.waits_since is None

from typing import Self

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from space.accounts.readers import Reader
from space.discuss.models import Topic
from space.discuss.models.topic_queries import audience_allows
from space.events.models.choices import Status, Type
from space.events.when import Span
from space.kit.seeing import VisibleManager


class EventQuerySet(models.QuerySet["Event"]):
    def visible_to(self, reader: Reader) -> Self:
        """Events are seen like their topics."""
        return self.filter(audience_allows(reader, "topic__"))

    def in_lists(self) -> Self:
        """Without those whose topic a moderator keeps out of every list."""
        return self.filter(topic__unlisted=False)

    def with_topic(self) -> Self:
        return self.select_related("topic__category", "topic__group", "topic__author")


EventManager = VisibleManager.from_queryset(EventQuerySet)


class Event(models.Model):
    """What time and place add to a topic. Title, text and tags are the topic's.

    Days and times are those of a clock on the wall in its zone: what daylight saving does to them is looked up when
    its occurrences are made. Without times it lasts whole days.
    """

    topic = models.OneToOneField(Topic, models.PROTECT, related_name="event")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    first_day = models.DateField()
    last_day = models.DateField()
    first_time = models.TimeField(null=True, blank=True)
    last_time = models.TimeField(null=True, blank=True)
    # An IANA name.
    zone = models.CharField(max_length=64, default="UTC")
    # The RRULE of RFC 5545 without its name; and single days beside it (RDATE). What is changed of one is a Change.
    rule = models.CharField(max_length=300, blank=True)
    more_days = ArrayField(models.DateField(), default=list, blank=True)
    status = models.CharField(max_length=10, choices=Status, default=Status.CONFIRMED)
    # Why it is cancelled or was moved, for who meant to go.
    reason = models.CharField(max_length=500, blank=True)
    types = ArrayField(models.CharField(max_length=12, choices=Type), default=list, blank=True)
    # Keys of projects; codes of the languages that are spoken there.
    projects = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    languages = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    is_on_site = models.BooleanField(default=False)
    is_online = models.BooleanField(default=False)
    # On site, and where is not known yet.
    place_follows = models.BooleanField(default=False)
    place = models.CharField(max_length=200, blank=True)
    address = models.CharField(max_length=300, blank=True)
    # ISO 3166-1. The region is what people there call it, a state or a county.
    country = models.CharField(max_length=2, blank=True)
    region = models.CharField(max_length=100, blank=True)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    # Of GeoNames, where the place was chosen from it.
    geoname = models.PositiveIntegerField(null=True, blank=True)
    online_url = models.URLField(max_length=500, blank=True)
    # The link is shown to who is going, and to organisers.
    online_for_going = models.BooleanField(default=False)
    wiki_url = models.URLField(max_length=500, blank=True)
    # How many people can come; nothing where everybody can.
    capacity = models.PositiveIntegerField(null=True, blank=True)
    # Whether people without an account can come; nothing where the setting of the community holds.
    guests_may_come = models.BooleanField(null=True, blank=True)
    # Kept by actions in the transaction of their cause.
    going_count = models.PositiveIntegerField(default=0)
    # Where it is known outside: an identity that never changes, and how often time or place changed (RFC 5545).
    uid = models.CharField(max_length=255, unique=True)
    sequence = models.PositiveIntegerField(default=0)
    # Its VEVENTs as calendars read them, made when it is saved. Nothing in it that not everybody may see.
    vevent = models.TextField(blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    changed_at = models.DateTimeField(default=timezone.now)
    # The event whose later dates this one has taken over (RFC 5545: what is split gets an identity of its own).
    continues = models.OneToOneField(
        "self", models.SET_NULL, null=True, blank=True, related_name="continued_by"
    )
    # Another event that it turned out to be: that one is kept, this one leads there and is in no list.
    same_as = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="+")
    # Of the form it came from: the same form sent twice makes one event.
    key = models.UUIDField(null=True, blank=True)

    objects = EventManager()

    class Meta:
        indexes = [
            GinIndex(fields=["types"], name="event_types"),
            models.Index("country", name="event_country", condition=~Q(country="")),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["by", "key"], condition=Q(key__isnull=False), name="event_key_once"
            ),
            models.CheckConstraint(
                name="event_has_both_times_or_none",
                condition=Q(first_time__isnull=True, last_time__isnull=True)
                | Q(first_time__isnull=False, last_time__isnull=False),
            ),
            models.CheckConstraint(
                name="event_ends_after_it_begins", condition=Q(last_day__gte=models.F("first_day"))
            ),
            models.CheckConstraint(
                name="event_has_both_coordinates_or_none",
                condition=Q(latitude__isnull=True, longitude__isnull=True)
                | Q(latitude__range=(-90, 90), longitude__range=(-180, 180)),
            ),
        ]

    def __str__(self) -> str:
        return f"event {self.pk}"

    def get_absolute_url(self) -> str:
        """Expects its topic."""
        return reverse("events:event", args=[self.topic.slug, self.pk])

    @property
    def span(self) -> Span:
        """Its first date."""
        return Span(self.first_day, self.last_day, self.first_time, self.last_time)

    @property
    def is_all_day(self) -> bool:
        return self.first_time is None

    @property
    def repeats(self) -> bool:
        return bool(self.rule or self.more_days)

    @property
    def is_cancelled(self) -> bool:
        return self.status == Status.CANCELLED


class Organiser(models.Model):
    """Who plans it and may change it. Who added it is the first one."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="organisers", db_index=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="organises")
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [models.UniqueConstraint(fields=["event", "person"], name="organiser_once")]

    def __str__(self) -> str:
        return str(self.person)


class Change(models.Model):
    """Of an event that repeats, one date that is not as the others are: it does not take place, or at another time."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="changes", db_index=False)
    # The day on which it would have begun by the rule.
    of = models.DateField()
    is_gone = models.BooleanField(default=False)
    first_day = models.DateField(null=True, blank=True)
    last_day = models.DateField(null=True, blank=True)
    first_time = models.TimeField(null=True, blank=True)
    last_time = models.TimeField(null=True, blank=True)
    place = models.CharField(max_length=200, blank=True)
    note = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["of"]
        constraints = [
            models.UniqueConstraint(fields=["event", "of"], name="change_of_a_day_once"),
            models.CheckConstraint(
                name="change_is_gone_or_moved",
                condition=Q(is_gone=True) | Q(first_day__isnull=False, last_day__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.event_id} on {self.of}"

    @property
    def words(self) -> dict[str, str]:
        return {"place": self.place, "note": self.note}


class EventVersion(models.Model):
    """What was said of time and place, by whom, when: the history of an event. The newest is how it is now."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="versions", db_index=False)
    number = models.PositiveIntegerField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    # Why, in the words of who changed it.
    summary = models.CharField(max_length=500, blank=True)
    # What its form held, by the names of its fields.
    said = models.JSONField()

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["event", "number"], name="event_version_once")]

    def __str__(self) -> str:
        return f"version {self.number} of event {self.event_id}"

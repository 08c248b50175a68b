"""What of an entry of the log is told to whom, and what the public log is searched by."""

from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import BooleanField, ExpressionWrapper, Q
from django.utils.translation import pgettext_lazy

from space.accounts.readers import Reader
from space.discuss.models import Category
from space.groups.circles import Circle, inner_circles
from space.kit.seeing import VisibleManager
from space.moderation.models import LogEntry
from space.moderation.permissions import moderates_place

# The circle of what is about a person: known to themselves, and to moderators of the whole place.
STAFF = -3


class Sort(models.TextChoices):
    """The kinds of acts by which one looks through the log."""

    CASES = "cases", pgettext_lazy("log", "Flags and decisions")
    APPEALS = "appeals", pgettext_lazy("log", "Appeals")
    POSTS = "posts", pgettext_lazy("log", "Posts")
    TOPICS = "topics", pgettext_lazy("log", "Topics")
    PEOPLE = "people", pgettext_lazy("log", "People")
    GROUPS = "groups", pgettext_lazy("log", "Groups")
    PLACE = "place", pgettext_lazy("log", "Settings, categories and tags")


class LineQuerySet(models.QuerySet["Line"]):
    def visible_to(self, reader: Reader) -> Self:
        """All: that something was done is told to everybody.

        `is_open` says whether this reader is told of what and why, too, `is_told` whether of by whom and which clause.
        """
        return self.annotate(
            is_open=ExpressionWrapper(_opens(reader), output_field=BooleanField()),
            is_told=ExpressionWrapper(_tells(reader), output_field=BooleanField()),
        )

    def open_to(self, reader: Reader) -> Self:
        """Those whose thing and reason this reader may know."""
        return self.filter(_opens(reader))

    def told_to(self, reader: Reader) -> Self:
        """Those of which this reader is told by whom and which clause."""
        return self.filter(_tells(reader))

    def newest_first(self) -> Self:
        return self.order_by("-at", "-entry")

    def before(self, moment: datetime, pk: int) -> Self:
        """Those that stand after this position in a list with the newest first."""
        after = Q(at__lt=moment) | Q(at=moment, entry__lt=pk)
        return self.filter(after, at__lte=moment)


def _opens(reader: Reader) -> Q:
    circles = [Circle.PUBLIC.value, *inner_circles(reader)]
    if moderates_place(reader):
        circles.append(STAFF)
    opens = Q(circle__in=circles)
    return opens | Q(about=reader.pk) if reader.is_authenticated else opens


def _tells(reader: Reader) -> Q:
    return _opens(reader) | Q(circle=STAFF)


LineManager = VisibleManager.from_queryset(LineQuerySet)


class Line(models.Model):
    """An entry of the log as the public log shows it. It can be made again from the entry."""

    entry = models.OneToOneField(LogEntry, models.PROTECT, primary_key=True, related_name="line")
    # As in the entry: what the log is sorted and searched by stands in one table.
    at = models.DateTimeField()
    sort = models.CharField(max_length=7, choices=Sort)
    by_machine = models.BooleanField(default=False)
    clause = models.CharField(max_length=8, blank=True)
    category = models.ForeignKey(Category, models.SET_NULL, null=True, related_name="+", db_index=False)
    # Who may know of the thing, as search keeps it; or STAFF.
    circle = models.BigIntegerField(default=Circle.NOBODY)
    # Whom it is about, where it is about a person.
    about = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", db_index=False
    )

    objects = LineManager()

    class Meta:
        indexes = [
            models.Index(fields=["-at", "-entry"], name="log_newest"),
            models.Index(fields=["sort", "-at", "-entry"], name="log_of_sort"),
            models.Index(fields=["-at", "-entry"], condition=Q(by_machine=True), name="log_of_machine"),
            models.Index(fields=["clause", "-at", "-entry"], condition=~Q(clause=""), name="log_of_clause"),
            models.Index(
                fields=["category", "-at", "-entry"],
                condition=Q(category__isnull=False),
                name="log_of_category",
            ),
            models.Index(fields=["about"], condition=Q(about__isnull=False), name="log_about"),
        ]

    def __str__(self) -> str:
        return f"{self.sort}: {self.entry_id}"

"""One story as it is read at its address, in one query that is composed once a process."""

import json
from datetime import UTC, datetime
from typing import Any, NamedTuple

from django.db.models import Q, QuerySet

from space.accounts import statements
from space.accounts.readers import Reader
from space.blog.models import Correction, Edition
from space.discuss.models import Audience


class Read(NamedTuple):
    """An edition that readers see, and its story."""

    edition: int
    language: str
    is_original: bool
    shown: int
    stale_since: datetime | None
    story: int
    version: int
    topic: int
    published_at: datetime
    # What tags are called in its language, by their ids.
    tag_names: dict[str, str]


_COLUMNS = (
    "pk", "language", "is_original", "shown", "stale_since", "story", "story__version", "story__topic",
    "story__published_at", "tag_names",
)  # fmt: skip


def read_at(year: int, month: int, slug: str, reader: Reader) -> Read | None:
    """The edition with this address, if this reader may see its story."""

    def compose(reader: Reader, slug: str, since: datetime, until: datetime) -> QuerySet[Edition, Any]:
        shown = Edition.objects.shown_to(reader).filter(slug=slug)
        in_month = shown.filter(story__published_at__gte=since, story__published_at__lt=until)
        return in_month.order_by().values_list(*_COLUMNS)

    found = statements.rows("story", reader, [slug, *month_of(year, month)], compose)
    if not found:
        return None
    *columns, names = found[0]
    return Read._make([*columns, json.loads(names)])


def gone_from(year: int, month: int, slug: str, reader: Reader) -> Correction | None:
    """What was said when the story at this address was taken back. For everybody: its words are the board's. Of what
    was written for a group it is for its members.
    """
    since, until = month_of(year, month)
    told = Correction.objects.filter(
        story__topic__audience=Audience.DRAFT,
        story__published_at__gte=since,
        story__published_at__lt=until,
        story__editions__slug=slug,
        story__editions__shown__isnull=False,
    )
    told = told.filter(Q(story__group=None) | Q(story__group__in=reader.groups))
    return told.order_by("-at", "-pk").first()


def month_of(year: int, month: int) -> tuple[datetime, datetime]:
    """Where it begins, and where the next one does. Addresses count in UTC."""
    after = (year + 1, 1) if month == 12 else (year, month + 1)
    return datetime(year, month, 1, tzinfo=UTC), datetime(*after, 1, tzinfo=UTC)

"""What is told under the last post: that the topic is closed and where it goes on, its pace, and its clock."""

import re
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import npgettext

from space.accounts.readers import Reader
from space.discuss.models import Topic
from space.kit import clock
from space.web.times import day, iso

_TOPIC = re.compile(r"^/(?:discuss/t/(?:[^/]+/)?|t/)(\d{1,18})(?:/|$)")


@dataclass(frozen=True)
class Moment:
    day: str
    iso: str


@dataclass(frozen=True)
class Ending:
    """`goes_on` only where this reader sees it."""

    goes_on: Topic | None
    slow: str
    closes: Moment | None
    reopens: Moment | None


def ending_of(topic: Topic, reader: Reader) -> Ending:
    """Asks the database only where the topic goes on elsewhere."""
    there = topic.closure.goes_on_id if topic.is_closed else None
    return Ending(
        goes_on=Topic.objects.visible_to(reader).filter(pk=there).first() if there else None,
        slow=_slow(topic.slow_minutes),
        closes=_moment(None if topic.is_closed else topic.closes_at),
        reopens=_moment(topic.reopens_at),
    )


def topic_at(address: str, reader: Reader) -> Topic | None:
    """The topic whose address somebody gives, if they see it."""
    parts = urlsplit(address.strip())
    if parts.netloc and f"{parts.scheme}://{parts.netloc}" != settings.ORIGIN:
        return None
    found = _TOPIC.match(parts.path)
    return Topic.objects.visible_to(reader).filter(pk=int(found[1])).first() if found else None


def _slow(minutes: int) -> str:
    if not minutes:
        return ""
    if minutes % 60:
        told = npgettext(
            "pace of a topic",
            "Slowly, please: %(n)d minute between two posts of one person.",
            "Slowly, please: %(n)d minutes between two posts of one person.",
            minutes,
        )
        return told % {"n": minutes}
    hours = minutes // 60
    told = npgettext(
        "pace of a topic",
        "Slowly, please: %(n)d hour between two posts of one person.",
        "Slowly, please: %(n)d hours between two posts of one person.",
        hours,
    )
    return told % {"n": hours}


def _moment(at: datetime | None) -> Moment | None:
    return Moment(day(at, clock.now()), iso(at)) if at else None

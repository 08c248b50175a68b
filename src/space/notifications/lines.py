"""The page of notifications: lines of one day, and of one topic together, each ready-made for its template."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import localtime
from django.utils.translation import pgettext

from space.accounts.readers import Reader
from space.kit import clock
from space.kit.paging import moment_and_id
from space.notifications.kinds import About, Said, all_kinds, kind_of, said_of
from space.notifications.models import Notification
from space.web.times import ago, day, iso

A_PAGE, IN_MENU = 30, 8


@dataclass(frozen=True)
class Line:
    """One line, as the template shows it."""

    pk: int
    kind: str
    icon: str
    said: Said
    text: SafeString
    unread: bool
    at: datetime
    ago: str
    iso: str
    read_url: str
    # Where it is opened by a button, because the page it leads to does not tell of reading.
    open_url: str = ""


@dataclass
class Together:
    """Lines of one day about the same."""

    about: About | None
    lines: list[Line] = field(default_factory=list)


@dataclass
class Day:
    label: str
    groups: list[Together] = field(default_factory=list)


@dataclass(frozen=True)
class Asked:
    """Which lines a page wants: all, the unread ones, those of a kind; and after which it begins."""

    unread: bool = False
    kind: str = ""
    before: tuple[datetime, int] | None = None

    @classmethod
    def of(cls, query: Mapping[str, str]) -> "Asked":
        kind = query.get("kind", "")
        known = {kind.name for kind in all_kinds()}
        before = moment_and_id(query.get("before", ""))
        return cls("unread" in query, kind if kind in known else "", before)

    def url(self, **more: str) -> str:
        said = ({"unread": "yes"} if self.unread else {}) | ({"kind": self.kind} if self.kind else {}) | more
        query = urlencode(said)
        return reverse("notifications:all") + (f"?{query}" if query else "")

    def found(self, reader: Reader, limit: int) -> list[Notification]:
        lines = Notification.objects.visible_to(reader).newest_first()
        lines = lines.unread() if self.unread else lines
        lines = lines.filter(kind=self.kind) if self.kind else lines
        if self.before:
            at, pk = self.before
            lines = lines.filter(at__lte=at).exclude(at=at, pk__gte=pk)
        return list(lines[:limit])


def lines_of(found: list[Notification], reader: Reader) -> list[Line]:
    """What this reader may still know of, in the same order. Costs the same few queries, however many there are."""
    said = said_of(found, reader)
    now = clock.now()
    return [_line(line, said[line.pk], now) for line in found if line.pk in said]


def _line(line: Notification, said: Said, now: datetime) -> Line:
    kind = kind_of(line.kind)
    return Line(
        pk=line.pk,
        kind=line.kind,
        icon=kind.icon if kind else "bell",
        said=said,
        text=mark_safe(said.text),
        unread=line.read_at is None,
        at=line.at,
        ago=ago(line.at, now),
        iso=iso(line.at),
        read_url=reverse("notifications:read", args=[line.pk]),
        open_url="" if line.topic or line.read_at else reverse("notifications:open", args=[line.pk]),
    )


def by_day(lines: Iterable[Line]) -> list[Day]:
    """In days of the reader's time zone; of each day, lines about the same stand where the newest of them does."""
    days: list[Day] = []
    last: Any = None
    for line in lines:
        here = localtime(line.at)
        if here.date() != last:
            last = here.date()
            days.append(Day(_called(here)))
        _into(days[-1].groups, line)
    return days


def _into(groups: list[Together], line: Line) -> None:
    about = line.said.about
    alike = next((one for one in groups if about and one.about and one.about.url == about.url), None)
    if alike is None:
        groups.append(alike := Together(about))
    alike.lines.append(line)


def _called(here: datetime) -> str:
    now = localtime(clock.now())
    nights = (now.date() - here.date()).days
    if nights == 0:
        return pgettext("day", "Today")
    return pgettext("day", "Yesterday") if nights == 1 else day(here, now)

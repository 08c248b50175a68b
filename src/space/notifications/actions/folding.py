"""Lines of several things of one topic become one, when there are enough of them within a time."""

from collections.abc import Iterable
from datetime import timedelta

from django.db.models import Q

from space.accounts.models import User
from space.notifications.causes import News
from space.notifications.models import Notification
from space.notifications.numbers import FOLDED_FROM, FOLDED_WITHIN_HOURS


def wait_for(person: int) -> None:
    """Jobs that tell the same person such a thing come one after the other."""
    User.objects.select_for_update(no_key=True).only("pk").get(pk=person)


def gather(person: int, kind: str, news: News) -> None:
    """Expects `wait_for`."""
    together = f"{kind} {news.topic}"
    recent = Q(at__gte=news.at - timedelta(hours=FOLDED_WITHIN_HOURS()))
    unread = Notification.objects.for_actions().filter(
        Q(fold=together) | recent, person=person, kind=kind, topic=news.topic, read_at=None
    )
    lines = list(unread.select_for_update().order_by("-at", "-pk"))
    older = next((line for line in lines if line.fold == together), None)
    goes_on = older is not None and older.at >= news.at - timedelta(hours=FOLDED_WITHIN_HOURS())
    if len(lines) > 1 and (goes_on or len(lines) >= FOLDED_FROM()):
        _join(older or lines[-1], lines, together)


def _join(into: Notification, lines: list[Notification], fold: str) -> None:
    newest = lines[0]
    into.at, into.number, into.circle = newest.at, newest.number, newest.circle
    into.things = _each(thing for line in reversed(lines) for thing in line.things)
    into.hidden = _each(thing for line in reversed(lines) for thing in line.hidden)
    into.actors = _each(actor for line in lines for actor in line.actors)[:50]
    into.fold = fold
    Notification.objects.for_actions().filter(pk__in=[line.pk for line in lines if line is not into]).delete()
    into.save(update_fields=["at", "number", "circle", "things", "hidden", "actors", "fold"])


def _each(ids: Iterable[int]) -> list[int]:
    return list(dict.fromkeys(ids))

"""What was read is read on every device."""

from django.db.models import Q, QuerySet

from space.accounts.models import User
from space.kit import clock
from space.notifications.kinds import all_kinds
from space.notifications.models import Notification


def read_in_topic(person: User, topic: int, *, first: int, last: int) -> int:
    """The person has seen these posts of a topic: what is told of them is read. Says how many lines that were."""
    up_to = [kind.name for kind in all_kinds() if kind.read_up_to]
    seen = Q(number__range=(first, last)) | Q(kind__in=up_to, number__lte=last)
    return _unread(person).filter(seen, topic=topic).update(read_at=clock.now())


def mark_one(person: User, pk: int) -> int:
    return _unread(person).filter(pk=pk).update(read_at=clock.now())


def mark_all(person: User, *, kind: str = "", until: int | None = None) -> int:
    """All of them, or those of a kind; not what came after the line `until`, which the person has not seen."""
    lines = _unread(person)
    lines = lines.filter(kind=kind) if kind else lines
    lines = lines.filter(pk__lte=until) if until else lines
    return lines.update(read_at=clock.now())


def _unread(person: User) -> QuerySet[Notification]:
    return Notification.objects.for_actions().filter(person=person, read_at=None)

"""What was told is no longer so: a thing went or came back, others may see it, or it was taken back."""

from collections.abc import Iterable
from typing import Any

from django.db import connection, transaction

from space.notifications.models import Notification

_HIDE = """
UPDATE notifications_notification
SET things = array_remove(things, %(thing)s), hidden = array_append(hidden, %(thing)s)
WHERE topic = %(topic)s AND topic <> 0 AND things @> ARRAY[%(thing)s]::bigint[]
"""
_SHOW = """
UPDATE notifications_notification
SET things = array_append(things, %(thing)s), hidden = array_remove(hidden, %(thing)s)
WHERE topic = %(topic)s AND topic <> 0 AND hidden @> ARRAY[%(thing)s]::bigint[]
"""


def hide_thing(topic: int, thing: int) -> None:
    """Lines that tell of nothing else are neither shown nor counted from now on."""
    _turn(_HIDE, topic, thing)


def show_thing(topic: int, thing: int) -> None:
    """As it was before."""
    _turn(_SHOW, topic, thing)


def _turn(statement: str, topic: int, thing: int) -> None:
    values: Any = {"topic": topic, "thing": thing}
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def show_to(circle: int, *, topic: int) -> None:
    """What was told of this topic is shown to these people alone, and only if they were told."""
    lines = Notification.objects.for_actions().filter(topic=topic).exclude(topic=0)
    lines.exclude(circle=circle).update(circle=circle)


def unread_of_thing(person: int, *, kind: str, topic: int, thing: int) -> list[Notification]:
    """The lines of which it is a part, for us alone until the transaction ends."""
    lines = Notification.objects.for_actions().filter(
        person=person, kind=kind, topic=topic, read_at=None, things__contains=[thing]
    )
    return list(lines.select_for_update())


@transaction.atomic
def correct(line: Notification, *, things: Iterable[int], actors: Iterable[int]) -> None:
    """It tells of these things and people; of nothing, it goes."""
    line.things, line.actors = list(things), list(actors)
    if line.things and line.actors:
        line.save(update_fields=["things", "actors"])
    else:
        line.delete()

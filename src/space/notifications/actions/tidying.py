"""What goes at night."""

from datetime import timedelta
from typing import Any

from django.db import connection

from space.kit import clock
from space.notifications.models import Telling
from space.notifications.numbers import KEPT_AT_MOST

_TOO_MANY = """
DELETE FROM notifications_notification WHERE id IN (
  SELECT id FROM (
    SELECT id, row_number() OVER (PARTITION BY person_id ORDER BY at DESC, id DESC) AS place
    FROM notifications_notification WHERE person_id IN (
      SELECT person_id FROM notifications_notification GROUP BY person_id HAVING count(*) > %(most)s)) AS line
  WHERE place > %(most)s)
"""
# A job that failed may be tried again for so long (tasks.py).
_REMEMBERED = timedelta(days=31)


def keep_the_newest() -> int:
    """Nobody keeps more notifications than there may be. Says how many went."""
    values: Any = {"most": KEPT_AT_MOST()}
    with connection.cursor() as cursor:
        cursor.execute(_TOO_MANY, values)
        return int(cursor.rowcount)


def forget_tellings() -> int:
    """How far causes were told that nobody will tell again."""
    return Telling.objects.filter(began_at__lt=clock.now() - _REMEMBERED).delete()[0]

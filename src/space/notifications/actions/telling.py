"""From what waits to a line for everybody whom it concerns: batch by batch, none left out and none told twice."""

import logging
from collections.abc import Sequence
from time import sleep
from typing import Any

from django.db import connection, transaction

from space.kit import clock
from space.notifications.actions.asking import have_a_job, own_jobs
from space.notifications.actions.lines import write
from space.notifications.causes import Batch, is_together, recipients_of, recipients_together
from space.notifications.models import Telling

# So many people in one transaction: short enough that a writer in the same topic hardly waits.
BATCH = 500
# Seconds between two of them, in which pages have the machine for themselves.
PAUSE = 0.1
# So many causes in one transaction, and people of each. What concerns more of them gets a job of its own.
CAUSES, FEW = 50, 100

log = logging.getLogger(__name__)

_FORGET_TWINS = """
DELETE FROM procrastinate_jobs WHERE id IN (
  SELECT id FROM procrastinate_jobs WHERE queue_name = 'telling' AND status = 'todo' FOR UPDATE SKIP LOCKED)
"""
# Every transaction with a lower number than ours has ended.
_NOBODY_WRITES = "SELECT pg_snapshot_xmin(pg_current_snapshot()) = pg_current_xact_id()"
_WAITING = "SELECT id, cause FROM notifications_telling WHERE waits AND id > %s ORDER BY id LIMIT %s"
_OURS = """
SELECT id, cause, after FROM notifications_telling WHERE waits AND id = ANY(%s) ORDER BY id FOR UPDATE SKIP LOCKED
"""
_TOLD = """
UPDATE notifications_telling AS telling SET waits = false, after = coalesce(told.last, telling.after),
  aside = told.aside, done_at = CASE WHEN told.last IS NULL AND NOT told.aside THEN %s::timestamptz END
FROM unnest(%s::bigint[], %s::bigint[], %s::boolean[]) AS told (id, last, aside) WHERE telling.id = told.id
"""


def tell_what_waits() -> int:
    """Tell of all that waits, and say how many lines that made.

    Who wrote before this job began may have found it waiting and so enqueued none, and may not be done yet: then one
    more comes after it.
    """
    with connection.cursor() as cursor:
        cursor.execute(_FORGET_TWINS)
    ((is_all,),) = _asked(_NOBODY_WRITES)
    told, last = 0, 0
    while waiting := _asked(_WAITING, last, CAUSES):
        told += _tell_these(dict(waiting))
        last = waiting[-1][0]
    if not is_all:
        have_a_job()
    return told


def tell_all(cause: str) -> int:
    """The same for one cause that has a job of its own. A second job for it does nothing."""
    told, more = 0, True
    while more:
        count, more = _tell_some(cause, BATCH)
        told += count
        sleep(PAUSE if more else 0)
    return told


def _tell_these(waiting: dict[int, str]) -> int:
    """What can be told together is, in one transaction; where that fails, each tries by itself."""
    together = [pk for pk, cause in waiting.items() if is_together(cause)]
    alone = [cause for cause in waiting.values() if not is_together(cause)]
    told = 0
    try:
        told = _tell_together(together) if together else 0
    except Exception:
        log.warning("%s causes could not be told together", len(together), exc_info=True)
        alone = list(waiting.values())
    return told + sum(map(_tell_alone, alone))


@transaction.atomic
def _tell_together(pks: Sequence[int]) -> int:
    _wait_shortly()
    ours = _asked(_OURS, pks)
    batches = recipients_together([(cause, after) for _, cause, after in ours], FEW)
    told = write(batches)
    _note([pk for pk, _, _ in ours], batches)
    own_jobs([cause for (_, cause, _), batch in zip(ours, batches, strict=True) if batch.last is not None])
    return told


def _tell_alone(cause: str) -> int:
    """Whatever goes wrong with it, others are told. A job of its own then tries it again, which the queue remembers."""
    try:
        with transaction.atomic():
            _wait_shortly()
            told, more = _tell_some(cause, FEW)
            own_jobs([cause] if more else [])
            return told
    except Exception:
        log.warning("%s has to be told later", cause, exc_info=True)
        with transaction.atomic():
            Telling.objects.filter(cause=cause).update(waits=False)
            own_jobs([cause])
        return 0


@transaction.atomic
def _tell_some(cause: str, limit: int) -> tuple[int, bool]:
    """The next batch of one cause, and whether there are more."""
    Telling.objects.bulk_create([Telling(cause=cause, began_at=clock.now())], ignore_conflicts=True)
    telling = Telling.objects.select_for_update().get(cause=cause)
    if telling.done_at:
        return 0, False
    batch = recipients_of(cause, after=telling.after, limit=limit)
    told = write([batch])
    _note([telling.pk], [batch])
    return told, batch.last is not None


def _note(pks: Sequence[int], batches: Sequence[Batch]) -> None:
    """How far they are told. With this the transaction waits for nobody any more."""
    lasts, asides = [batch.last for batch in batches], [batch.aside for batch in batches]
    with connection.cursor() as cursor:
        cursor.execute(_TOLD, [clock.now(), list(pks), lasts, asides])


def _wait_shortly() -> None:
    """What somebody holds for longer is told by a job of its own; and nobody who writes waits for us in a circle."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL lock_timeout = '500ms'")


def _asked(statement: str, *values: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return list(cursor.fetchall())

"""What happened waits in a row that the act writes in its own transaction; a job that soon comes takes all of them."""

from collections.abc import Sequence
from typing import Any

from django.db import connection

from space.kit import clock

_HAVE_A_JOB = """
SELECT procrastinate_defer_jobs_v1(ARRAY[ROW('telling', 'notifications.tell_what_waits', 10, NULL, NULL, '{}',
  statement_timestamp() + interval '0.4 s')::procrastinate_job_to_defer_v1])
WHERE NOT EXISTS (SELECT FROM procrastinate_jobs WHERE queue_name = 'telling' AND status = 'todo')
"""
_OWN_JOBS = """
SELECT procrastinate_defer_jobs_v1(array_agg(ROW('default', 'notifications.tell_of', 0, NULL, NULL,
  jsonb_build_object('cause', cause), NULL)::procrastinate_job_to_defer_v1)) FROM unnest(%s::text[]) AS cause
"""
_ASK = f"""
WITH asked AS (
  INSERT INTO notifications_telling (cause, after, began_at, waits, aside)
  SELECT %(cause)s, 0, %(now)s, true, false ON CONFLICT (cause) DO NOTHING)
{_HAVE_A_JOB}
"""
# A job that tells it in this moment waits for what we have locked, and tells it as it is then: we do not wait for it.
_UNTOLD = """
DELETE FROM notifications_telling
WHERE id IN (SELECT id FROM notifications_telling WHERE cause = %(cause)s FOR UPDATE SKIP LOCKED) AND NOT EXISTS (
  SELECT FROM notifications_notification
  WHERE person_id = %(person)s AND kind = %(kind)s AND topic = %(topic)s AND topic <> 0 AND read_at IS NOT NULL
    AND things @> ARRAY[%(thing)s]::bigint[] AND actors @> ARRAY[%(actor)s]::bigint[])
"""
_SHOWN = """
UPDATE notifications_telling SET aside = false, waits = true WHERE aside AND cause LIKE ANY(%s)
"""


def tell(cause: str) -> None:
    """Have a job tell of it, if this transaction is committed: `post 12`. Comes after something was written."""
    with connection.cursor() as cursor:
        cursor.execute(_ASK, {"cause": cause, "now": clock.now()})


def tell_anew(cause: str, *, person: int, kind: str, topic: int, thing: int, actor: int) -> None:
    """Tell of what was done before and taken back: unless this person has read of it, which nobody can take back."""
    values: Any = {
        "cause": cause,
        "person": person,
        "kind": kind,
        "topic": topic,
        "thing": thing,
        "actor": actor,
    }
    with connection.cursor() as cursor:
        cursor.execute(_UNTOLD, values)
    tell(cause)


def tell_shown(*causes: str) -> None:
    """What could not be told because it could not be seen; `edit 12 %` are all of that beginning."""
    with connection.cursor() as cursor:
        cursor.execute(_SHOWN, [list(causes)])
        if cursor.rowcount:
            cursor.execute(_HAVE_A_JOB)


def have_a_job() -> None:
    """One that comes soon. Who writes and finds one leaves it to that, which knows whom it has to wait for.

    No lock keeps two from asking at once: nobody who writes is to wait for another. The second finds nothing to do.
    """
    with connection.cursor() as cursor:
        cursor.execute(_HAVE_A_JOB)


def own_jobs(causes: Sequence[str]) -> None:
    """Each of these is told by a job for it alone, which is tried again when it fails."""
    if causes:
        with connection.cursor() as cursor:
            cursor.execute(_OWN_JOBS, [list(causes)])

"""From one cause to a line for everybody whom it concerns: batch by batch, none left out and none told twice."""

from collections.abc import Sequence
from time import sleep
from typing import Any, NamedTuple

from django.db import connection, transaction

from space.kit import clock
from space.notifications.actions.folding import gather, wait_for
from space.notifications.causes import News, To, recipients_of
from space.notifications.kinds import Channel, Kind, all_kinds, kind_of
from space.notifications.models import KindWish, Telling

# So many people in one transaction: short enough that a writer in the same topic hardly waits.
BATCH = 500
# Seconds between two of them, in which pages have the machine for themselves.
PAUSE = 0.1

_ROWS = """
SELECT person, kind, %(topic)s, %(number)s, ARRAY[%(thing)s]::bigint[], '{}'::bigint[], 0, ARRAY[%(actor)s]::bigint[],
  %(circle)s, because, because_of, fold, cause, %(now)s, %(at)s, CASE WHEN seen THEN %(at)s::timestamptz END
FROM unnest(%(people)s::bigint[], %(kinds)s::text[], %(because)s::text[], %(because_of)s::bigint[], %(folds)s::text[],
  %(causes)s::text[], %(seen)s::boolean[]) AS told (person, kind, because, because_of, fold, cause, seen)
"""
_COLUMNS = """
(person_id, kind, topic, number, things, hidden, earlier, actors, circle, because, because_of, fold, cause, made_at, at,
  read_at)
"""
_ALONE = f"""
INSERT INTO notifications_notification {_COLUMNS} {_ROWS}
ON CONFLICT (person_id, cause) WHERE NOT (cause = '') DO NOTHING
"""
# The newest hundred things and fifty people of a line are remembered, the others counted.
_FOLDED = f"""
INSERT INTO notifications_notification AS line {_COLUMNS} {_ROWS}
ON CONFLICT (person_id, fold) WHERE read_at IS NULL AND NOT (fold = '') DO UPDATE SET
  number = greatest(line.number, excluded.number),
  things = CASE WHEN line.things @> excluded.things THEN line.things
    ELSE (line.things || excluded.things)[greatest(1, cardinality(line.things) - 98):] END,
  earlier = line.earlier + CASE WHEN cardinality(line.things) >= 100 AND NOT line.things @> excluded.things
    THEN 1 ELSE 0 END,
  actors = (excluded.actors || array_remove(line.actors, excluded.actors[1]))[1:50],
  circle = excluded.circle,
  at = greatest(line.at, excluded.at)
"""
# A job that tells it in this moment waits for what we have locked, and tells it as it is then: we do not wait for it.
_UNTOLD = """
DELETE FROM notifications_telling
WHERE id IN (SELECT id FROM notifications_telling WHERE cause = %(cause)s FOR UPDATE SKIP LOCKED) AND NOT EXISTS (
  SELECT FROM notifications_notification
  WHERE person_id = %(person)s AND kind = %(kind)s AND topic = %(topic)s AND topic <> 0 AND read_at IS NOT NULL
    AND things @> ARRAY[%(thing)s]::bigint[] AND actors @> ARRAY[%(actor)s]::bigint[])
"""


class _Line(NamedTuple):
    to: To
    kind: Kind


def tell(cause: str) -> None:
    """Have a job tell of it, if this transaction is committed: `post 12`."""
    from space.notifications.tasks import tell_of

    tell_of.defer(cause=cause)


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


def tell_all(cause: str) -> int:
    """Tell of a cause whom it concerns, and say how many lines that made. A second job for it does nothing."""
    told, more = 0, True
    while more:
        count, more = _tell_some(cause)
        told += count
        sleep(PAUSE if more else 0)
    return told


@transaction.atomic
def _tell_some(cause: str) -> tuple[int, bool]:
    """The next batch, and whether there are more."""
    Telling.objects.bulk_create([Telling(cause=cause, began_at=clock.now())], ignore_conflicts=True)
    telling = Telling.objects.select_for_update().get(cause=cause)
    if telling.done_at:
        return 0, False
    batch = recipients_of(cause, after=telling.after, limit=BATCH)
    count = _write(batch.news, batch.to) if batch.news else 0
    telling.after = telling.after if batch.last is None else batch.last
    telling.done_at = clock.now() if batch.last is None else None
    telling.save(update_fields=["after", "done_at"])
    return count, batch.last is not None


def _write(news: News, to: Sequence[To]) -> int:
    lines = _wanted(to)
    alone = [line for line in lines if not line.kind.fold.of]
    folded = [line for line in lines if line.kind.fold.of and not (line.to.seen and line.kind.only_unread)]
    in_time = [line for line in folded if line.kind.fold.in_time]
    for line in in_time:
        wait_for(line.to.person)
    _insert(_ALONE, news, alone)
    _insert(_FOLDED, news, folded)
    for line in in_time:
        gather(line.to.person, line.kind.name, news)
    return len(alone) + len(folded)


def _wanted(to: Sequence[To]) -> list[_Line]:
    """Each with the strongest of its kinds that the person wants in the bell."""
    said = KindWish.objects.filter(person__in=[one.person for one in to], channel=Channel.BELL)
    wishes = {(person, kind): wanted for person, kind, wanted in said.values_list("person", "kind", "wanted")}
    usual = {kind.name: Channel.BELL in kind.channels for kind in all_kinds()}
    lines = []
    for one in to:
        chosen = (kind for kind in one.kinds if wishes.get((one.person, kind), usual.get(kind, False)))
        if kind := kind_of(next(chosen, "")):
            lines.append(_Line(one, kind))
    return lines


def _insert(statement: str, news: News, lines: list[_Line]) -> None:
    if not lines:
        return
    values: dict[str, Any] = {
        "topic": news.topic,
        "number": news.number,
        "thing": news.thing,
        "actor": news.actor,
        "circle": news.circle,
        "at": news.at,
        "now": clock.now(),
        "people": [line.to.person for line in lines],
        "kinds": [line.kind.name for line in lines],
        "because": [line.to.because for line in lines],
        "because_of": [line.to.because_of for line in lines],
        "folds": [line.kind.fold.key(line.kind.name, news.topic, news.thing) for line in lines],
        "causes": ["" if line.kind.fold.of else news.once for line in lines],
        "seen": [line.to.seen for line in lines],
    }
    with connection.cursor() as cursor:
        cursor.execute(statement, values)

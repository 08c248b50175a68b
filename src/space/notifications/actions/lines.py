"""Lines as they are written: many people, and many things that happened, in one statement."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from django.db import connection

from space.kit import clock
from space.notifications.actions.folding import gather, wait_for
from space.notifications.causes import Batch, News, To
from space.notifications.kinds import Channel, Kind, all_kinds, kind_of
from space.notifications.models import KindWish

_ROWS = """
SELECT person, kind, topic, number, ARRAY[thing], '{}'::bigint[], 0, ARRAY[actor], circle, because, because_of, fold,
  cause, %(now)s, at, CASE WHEN seen THEN at END
FROM unnest(%(person)s::bigint[], %(kind)s::text[], %(topic)s::bigint[], %(number)s::int[], %(thing)s::bigint[],
  %(actor)s::bigint[], %(circle)s::bigint[], %(because)s::text[], %(because_of)s::bigint[], %(fold)s::text[],
  %(cause)s::text[], %(at)s::timestamptz[], %(seen)s::boolean[])
  AS told (person, kind, topic, number, thing, actor, circle, because, because_of, fold, cause, at, seen)
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


class _Line(NamedTuple):
    news: News
    to: To
    kind: Kind

    @property
    def fold(self) -> str:
        return self.kind.fold.key(self.kind.name, self.news.topic, self.news.thing)


def write(batches: Iterable[Batch]) -> int:
    """A line for everybody, or a part of one that is there. Says for how many."""
    lines = _wanted([(batch.news, one) for batch in batches if batch.news for one in batch.to])
    alone = [line for line in lines if not line.kind.fold.of]
    folded = [line for line in lines if line.kind.fold.of and not (line.to.seen and line.kind.only_unread)]
    in_time = [line for line in folded if line.kind.fold.in_time]
    for person in sorted({line.to.person for line in in_time}):
        wait_for(person)
    _insert(_ALONE, alone)
    for some in _one_of_each(folded):
        _insert(_FOLDED, some)
    for line in in_time:
        gather(line.to.person, line.kind.name, line.news)
    return len(alone) + len(folded)


def _wanted(told: Sequence[tuple[News, To]]) -> list[_Line]:
    """Each with the strongest of its kinds that the person wants in the bell."""
    if not told:
        return []
    said = KindWish.objects.filter(person__in={one.person for _, one in told}, channel=Channel.BELL)
    wishes = {(person, kind): wanted for person, kind, wanted in said.values_list("person", "kind", "wanted")}
    usual = {kind.name: Channel.BELL in kind.channels for kind in all_kinds()}
    lines = []
    for news, one in told:
        chosen = (kind for kind in one.kinds if wishes.get((one.person, kind), usual.get(kind, False)))
        if kind := kind_of(next(chosen, "")):
            lines.append(_Line(news, one, kind))
    return lines


def _one_of_each(lines: Iterable[_Line]) -> Iterator[list[_Line]]:
    """One statement touches a line once, so what goes into the same line comes one after the other."""
    rounds: dict[int, list[_Line]] = {}
    seen: dict[tuple[int, str], int] = {}
    for line in lines:
        key = (line.to.person, line.fold)
        seen[key] = seen.get(key, 0) + 1
        rounds.setdefault(seen[key], []).append(line)
    yield from rounds.values()


def _insert(statement: str, lines: Sequence[_Line]) -> None:
    if not lines:
        return
    rows = [_row(line) for line in lines]
    values: dict[str, Any] = {name: [row[name] for row in rows] for name in rows[0]}
    with connection.cursor() as cursor:
        cursor.execute(statement, {**values, "now": clock.now()})


def _row(line: _Line) -> dict[str, Any]:
    news, to = line.news, line.to
    return {
        "person": to.person,
        "kind": line.kind.name,
        "topic": news.topic,
        "number": news.number,
        "thing": news.thing,
        "actor": news.actor,
        "circle": news.circle,
        "because": to.because,
        "because_of": to.because_of,
        "fold": line.fold,
        "cause": "" if line.kind.fold.of else news.once,
        "at": news.at,
        "seen": to.seen,
    }

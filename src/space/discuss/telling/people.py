"""Whom a post, a move or a reaction concerns. Nobody hears of their own acts, nor of what a muted person does."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db import connection

from space.discuss.models import Level, Topic
from space.kit import clock
from space.notifications.causes import Batch, News, To

MENTION, REPLY, QUOTE, WATCHED, MOVED, REACTION = "mention", "reply", "quote", "watched", "moved", "reaction"
MESSAGE = "message"
# A group that one belongs to is named, or asked.
CALLED, ASKED = "called", "asked"
TOPIC, CATEGORY, TAG = "topic", "category", "tag"

# Everybody for whom there is a reason, with all reasons, of several news at once. Of a category and the one above it,
# the nearer one says how much somebody wants to hear; what they said later is about later posts. `direct` are the
# reasons of a post alone, from the strongest on.
_CONCERNED = """
WITH direct AS (
  SELECT * FROM unnest(%(of)s::int[], %(people)s::bigint[], %(kinds)s::text[]) AS direct (of, person, kind))
SELECT news.of, found.*
FROM unnest(%(ofs)s::int[], %(topics)s::bigint[], %(rooms)s::bigint[], %(audiences)s::text[],
  %(groups)s::bigint[], %(actors)s::bigint[], %(ats)s::timestamptz[], %(firsts)s::boolean[], %(watched)s::boolean[],
  %(places)s::boolean[], %(after)s::bigint[])
  AS news (of, topic, room, audience, of_group, actor, at, is_first, watched, places, after)
CROSS JOIN LATERAL (
  WITH near AS (
    SELECT DISTINCT ON (person_id) person_id, level, category_id FROM discuss_following
    WHERE category_id = ANY(ARRAY[news.room, (SELECT parent_id FROM discuss_category WHERE id = news.room)])
      AND person_id > news.after AND at <= news.at
    ORDER BY person_id, category_id <> news.room),
  tagged AS (
    SELECT person_id, level, tag_id FROM discuss_following JOIN discuss_topic_tags USING (tag_id)
    WHERE topic_id = news.topic AND person_id > news.after AND news.places AND at <= news.at),
  told AS (
    SELECT person, kind, 0::bigint AS about FROM direct WHERE of = news.of AND person > news.after
    UNION ALL
    SELECT person_id, 'topic', 0 FROM discuss_readmark
    WHERE topic_id = news.topic AND level >= 1 AND level = 2 AND person_id > news.after AND news.watched
    UNION ALL
    SELECT person_id, 'category', category_id FROM near
    WHERE (level = 2 OR level = 3 AND news.is_first) AND news.watched
    UNION ALL
    SELECT person_id, 'tag', tag_id FROM tagged WHERE (level = 2 OR level = 3 AND news.is_first) AND news.watched),
  concerned AS (
    SELECT person, array_agg(kind) AS reasons, max(about) FILTER (WHERE kind = 'category') AS room,
      max(about) FILTER (WHERE kind = 'tag') AS tag
    FROM told GROUP BY person ORDER BY person LIMIT %(limit)s)
  SELECT concerned.person, reasons, concerned.room, tag, coalesce(mark.level, 0), coalesce(mark.chosen, false),
    coalesce(mark.number, 0),
    EXISTS (SELECT FROM near WHERE near.person_id = concerned.person AND near.level = -1)
      OR EXISTS (SELECT FROM tagged WHERE tagged.person_id = concerned.person AND tagged.level = -1),
    person.is_active AND person.nature = 'person' AND person.id <> news.actor
      AND NOT EXISTS (SELECT FROM discuss_following AS other
        WHERE other.person_id = person.id AND other.other_id = news.actor AND other.level = -1)
      AND NOT EXISTS (SELECT FROM moderation_penalty AS penalty
        WHERE penalty.person_id = person.id AND penalty.measure = 'suspension' AND penalty.ended IS NULL
          AND penalty.until > %(now)s)
      AND (news.audience IN ('public', 'members')
        OR news.audience = 'group' AND EXISTS (SELECT FROM groups_membership AS member
          WHERE member.person_id = person.id AND member.group_id = news.of_group)
        OR news.audience = 'people' AND EXISTS (SELECT FROM discuss_participant AS one
          LEFT JOIN groups_membership AS part ON part.person_id = one.person_id AND part.group_id = one.group_id
          WHERE one.person_id = person.id AND one.topic_id = news.topic AND NOT one.waits
            AND (one.group_id IS NULL OR part.id IS NOT NULL)))
  FROM concerned JOIN accounts_user AS person ON person.id = concerned.person
  LEFT JOIN discuss_readmark AS mark ON mark.person_id = concerned.person AND mark.topic_id = news.topic
) AS found ORDER BY news.of, found.person
"""


@dataclass(frozen=True)
class Concern:
    """What happened in a topic, and whom it is for: those of `direct` with their kinds, and who watches.

    Who watches hears of it as `watched`; without `places` those alone who watch the topic itself. Where it
    `can_be_read`, who has read so far has seen it.
    """

    news: News
    topic: Topic
    direct: Sequence[tuple[int, str]]
    watched: str = ""
    places: bool = True
    can_be_read: bool = False
    after: int = 0


class Concerned(NamedTuple):
    """Somebody for whom there is a reason, as the query brings them."""

    person: int
    reasons: list[str]
    room: int | None
    tag: int | None
    level: int
    chosen: bool
    read: int
    muted_place: bool
    may: bool

    @property
    def watches(self) -> tuple[str, int] | None:
        """Why they hear of every post, or first post: what they said of the topic itself comes before all else."""
        if TOPIC in self.reasons:
            return TOPIC, 0
        if self.chosen or self.muted_place:
            return None
        if self.room:
            return CATEGORY, self.room
        return (TAG, self.tag) if self.tag else None


def concerned_by(concerns: Sequence[Concern], limit: int) -> list[Batch]:
    """Of each the next people, in the order of their ids."""
    found = _asked(concerns, limit) if concerns else {}
    return [_batch(one, found.get(n, []), limit) for n, one in enumerate(concerns)]


def _batch(one: Concern, found: Sequence[Concerned], limit: int) -> Batch:
    last = found[-1].person if len(found) == limit else None
    return Batch(one.news, list(_told(one, found)), last)


def _told(about: Concern, found: Sequence[Concerned]) -> Iterator[To]:
    """Who has muted the topic hears of nothing in it."""
    seen_from = about.news.number if about.can_be_read else sys.maxsize
    for one in found:
        if not one.may or one.level == Level.MUTED:
            continue
        kinds = [kind for person, kind in about.direct if person == one.person]
        why = one.watches
        if kinds or why:
            because, of = why or ("", 0)
            told = (*kinds, *((about.watched,) if why else ()))
            yield To(one.person, told, because, of, one.read >= seen_from)


def _asked(concerns: Sequence[Concern], limit: int) -> dict[int, list[Concerned]]:
    direct = [(n, *each) for n, one in enumerate(concerns) for each in one.direct]
    rows = [_row(n, one) for n, one in enumerate(concerns)]
    values: dict[str, Any] = {
        "of": [n for n, _, _ in direct],
        "people": [person for _, person, _ in direct],
        "kinds": [kind for _, _, kind in direct],
        "limit": limit,
        "now": clock.now(),
    }
    values |= {name: [row[name] for row in rows] for name in rows[0]}
    found: dict[int, list[Concerned]] = {}
    with connection.cursor() as cursor:
        cursor.execute(_CONCERNED, values)
        for of, *columns in cursor.fetchall():
            found.setdefault(of, []).append(Concerned(*columns))
    return found


def _row(n: int, one: Concern) -> dict[str, Any]:
    topic, news = one.topic, one.news
    return {
        "ofs": n,
        "topics": topic.pk,
        "rooms": topic.category_id if one.places else None,
        "audiences": topic.audience,
        "groups": topic.group_id,
        "actors": news.actor,
        "ats": news.at,
        "firsts": news.number == 1 and news.thing != 0,
        "watched": bool(one.watched) and not topic.unlisted,
        "places": one.places,
        "after": one.after,
    }

"""Whom a post, a move or a reaction concerns. Nobody hears of their own acts, nor of what a muted person does."""

import sys
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from django.db import connection

from space.discuss.models import Level, Topic
from space.kit import clock
from space.notifications.causes import Batch, News, To

MENTION, REPLY, QUOTE, WATCHED, MOVED, REACTION = "mention", "reply", "quote", "watched", "moved", "reaction"
TOPIC, CATEGORY, TAG = "topic", "category", "tag"

# Everybody for whom there is a reason, with all reasons. Of a category and the one above it, the nearer one says how
# much somebody wants to hear; what they said later is about later posts. `direct` are the reasons of this post alone,
# from the strongest on.
_CONCERNED = """
WITH direct (person, kind) AS (SELECT * FROM unnest(%(people)s::bigint[], %(kinds)s::text[])),
near AS (
  SELECT DISTINCT ON (person_id) person_id, level, category_id FROM discuss_following
  WHERE category_id = ANY(%(rooms)s::bigint[]) AND person_id > %(after)s AND at <= %(at)s
  ORDER BY person_id, category_id <> %(room)s),
tagged AS (
  SELECT person_id, level, tag_id FROM discuss_following JOIN discuss_topic_tags USING (tag_id)
  WHERE topic_id = %(topic)s AND person_id > %(after)s AND %(places)s AND at <= %(at)s),
told AS (
  SELECT person, kind, 0::bigint AS of FROM direct WHERE person > %(after)s
  UNION ALL
  SELECT person_id, 'topic', 0 FROM discuss_readmark
  WHERE topic_id = %(topic)s AND level >= 1 AND level = 2 AND person_id > %(after)s AND %(watched)s
  UNION ALL
  SELECT person_id, 'category', category_id FROM near WHERE level = ANY(%(levels)s) AND %(watched)s
  UNION ALL
  SELECT person_id, 'tag', tag_id FROM tagged WHERE level = ANY(%(levels)s) AND %(watched)s),
concerned AS (
  SELECT person, array_agg(kind) AS reasons, max(of) FILTER (WHERE kind = 'category') AS room,
    max(of) FILTER (WHERE kind = 'tag') AS tag
  FROM told GROUP BY person ORDER BY person LIMIT %(limit)s)
SELECT concerned.person, reasons, room, tag, coalesce(mark.level, 0), coalesce(mark.chosen, false),
  coalesce(mark.number, 0),
  EXISTS (SELECT FROM near WHERE near.person_id = concerned.person AND near.level = -1)
    OR EXISTS (SELECT FROM tagged WHERE tagged.person_id = concerned.person AND tagged.level = -1),
  person.is_active AND person.nature = 'person' AND person.id <> %(actor)s
    AND NOT EXISTS (SELECT FROM discuss_following AS other
      WHERE other.person_id = person.id AND other.other_id = %(actor)s AND other.level = -1)
    AND NOT EXISTS (SELECT FROM moderation_penalty AS penalty
      WHERE penalty.person_id = person.id AND penalty.measure = 'suspension' AND penalty.ended IS NULL
        AND penalty.until > %(now)s)
    AND (%(audience)s IN ('public', 'members')
      OR %(audience)s = 'group' AND EXISTS (SELECT FROM groups_membership AS member
        WHERE member.person_id = person.id AND member.group_id = %(group)s)
      OR %(audience)s = 'people' AND EXISTS (SELECT FROM discuss_participant AS one
        WHERE one.person_id = person.id AND one.topic_id = %(topic)s))
FROM concerned JOIN accounts_user AS person ON person.id = concerned.person
LEFT JOIN discuss_readmark AS mark ON mark.person_id = concerned.person AND mark.topic_id = %(topic)s
ORDER BY concerned.person
"""


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


def concerned_by(
    news: News,
    topic: Topic,
    direct: Sequence[tuple[int, str]],
    *,
    watched: str = "",
    places: bool = True,
    can_be_read: bool = False,
    after: int,
    limit: int,
) -> Batch:
    """The next people in the order of their ids: those of `direct` with their kinds, and who watches.

    Who watches hears of it as `watched`; without `places` those alone who watch the topic itself. Where it
    `can_be_read`, who has read so far has seen it.
    """
    reach = {
        "watched": bool(watched) and not topic.unlisted,
        "places": places,
        "after": after,
        "limit": limit,
    }
    found = _asked(news, topic, direct, reach)
    last = found[-1].person if len(found) == limit else None
    seen_from = news.number if can_be_read else sys.maxsize
    return Batch(news, list(_told(found, seen_from, direct, watched)), last)


def _told(
    found: Sequence[Concerned], seen_from: int, direct: Sequence[tuple[int, str]], watched: str
) -> Iterator[To]:
    """Who has muted the topic hears of nothing in it."""
    for one in found:
        if not one.may or one.level == Level.MUTED:
            continue
        kinds = [kind for person, kind in direct if person == one.person]
        why = one.watches
        if kinds or why:
            because, of = why or ("", 0)
            yield To(one.person, (*kinds, *((watched,) if why else ())), because, of, one.read >= seen_from)


def _asked(
    news: News, topic: Topic, direct: Sequence[tuple[int, str]], reach: dict[str, Any]
) -> list[Concerned]:
    parent = topic.category.parent_id if topic.category and reach["places"] else None
    first = news.number == 1 and news.thing != 0
    values: dict[str, Any] = {
        "people": [person for person, _ in direct],
        "kinds": [kind for _, kind in direct],
        "rooms": [pk for pk in (topic.category_id, parent) if pk and reach["places"]],
        "room": topic.category_id or 0,
        "topic": topic.pk,
        "audience": topic.audience,
        "group": topic.group_id,
        "levels": [Level.WATCHING, Level.FIRST_POSTS] if first else [Level.WATCHING],
        "actor": news.actor,
        "now": clock.now(),
        "at": news.at,
        **reach,
    }
    with connection.cursor() as cursor:
        cursor.execute(_CONCERNED, values)
        return [Concerned(*row) for row in cursor.fetchall()]

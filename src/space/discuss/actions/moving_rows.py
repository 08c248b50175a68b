"""What comes along with posts that go to another topic, in statements that take thousands of them at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection

from space.discuss.actions.counting import LANGUAGES, PEOPLE_OF
from space.discuss.models import Answer, Deed, Kind, Topic

# Without a new number for what nobody has to read anew.
_POSTS = """
UPDATE discuss_post AS post SET topic_id = %(into)s, number = place.number, version = post.version + 1
FROM unnest(%(posts)s::bigint[], %(numbers)s::int[]) AS place (post, number) WHERE post.id = place.post
"""
_STOOD = """
INSERT INTO discuss_moved (topic_id, number, post_id, deed_id)
SELECT %(source)s, was, post, %(deed)s FROM unnest(%(posts)s::bigint[], %(were)s::int[]) AS place (post, was)
ON CONFLICT (topic_id, number) DO UPDATE SET post_id = excluded.post_id, deed_id = excluded.deed_id
"""
_BACK = """
DELETE FROM discuss_moved AS moved USING discuss_post AS post
WHERE post.id = ANY(%(posts)s) AND moved.post_id = post.id AND moved.topic_id = post.topic_id
  AND moved.number = post.number
"""
_FIRST = "UPDATE discuss_post SET number = 1, version = version + 1 WHERE id = %(first)s"
# A reply that says whom it answers says another number now, or nothing.
_ANSWERS = """
UPDATE discuss_post SET version = version + 1 WHERE reply_to_id = ANY(%(posts)s) AND NOT id = ANY(%(posts)s)
"""
# Whoever read up to a post has read those before it. Who wrote one of them hears of the new place as of the old one;
# so does everybody where all of them go. Who had not read the other topic to its end still has not.
# `width_bucket` looks up the first post that somebody has not read: five thousand readers take no longer than fifty.
_MARKS = """
INSERT INTO discuss_readmark AS mark (person_id, topic_id, number, at, seconds, level, chosen, group_id)
SELECT old.person_id, %(into)s, found.read, old.at, 0, CASE WHEN found.follows THEN old.level ELSE 0 END,
  found.follows AND old.chosen, %(group)s
FROM discuss_readmark AS old CROSS JOIN LATERAL (
  SELECT %(whole)s OR old.person_id = ANY(%(authors)s) AS follows, coalesce(
    (%(seen)s::int[])[width_bucket(old.number, %(seen_were)s::int[]) + 1] - 1, %(last)s) AS read) AS found
WHERE old.topic_id = %(source)s AND (found.follows OR %(fresh)s AND found.read > 0
  OR EXISTS (SELECT FROM discuss_readmark WHERE person_id = old.person_id AND topic_id = %(into)s))
ON CONFLICT (person_id, topic_id) DO UPDATE SET
  number = CASE WHEN mark.number >= %(before)s THEN greatest(mark.number, excluded.number) ELSE mark.number END,
  level = CASE WHEN mark.chosen OR excluded.level < 1 THEN mark.level
    ELSE greatest(mark.level, excluded.level) END
"""
_DRAFTS = """
UPDATE discuss_draft AS draft SET key = %(new)s, data = draft.data - 'post', version = draft.version + 1
WHERE key = %(old)s
  AND NOT EXISTS (SELECT FROM discuss_draft WHERE person_id = draft.person_id AND key = %(new)s)
"""
_GO_ON = """
UPDATE discuss_closure SET goes_on_id = CASE WHEN topic_id = %(into)s THEN NULL ELSE %(into)s END
WHERE goes_on_id = %(source)s
"""
_MERGED_BEFORE = "UPDATE discuss_merger SET into_id = %(into)s WHERE into_id = %(source)s"
_POSTERS_GO = "DELETE FROM discuss_poster WHERE topic_id = ANY(%(topics)s)"
_POSTERS = """
INSERT INTO discuss_poster (topic_id, person_id, posts)
SELECT topic_id, author_id, count(*) FROM discuss_post
WHERE topic_id = ANY(%(topics)s) AND hidden_at IS NULL GROUP BY topic_id, author_id
"""
_TOPICS = f"""
UPDATE discuss_topic AS topic SET
  posts_count = last.posts, highest_number = last.highest, last_number = last.number,
  moved_number = coalesce((SELECT max(number) FROM discuss_moved WHERE topic_id = topic.id), 0),
  last_posted_at = coalesce(last.at, topic.created_at), version = topic.version + 1,
  languages = {LANGUAGES},
  people = {PEOPLE_OF.format(last_author="last.author")}
FROM unnest(%(topics)s::bigint[]) AS asked (topic) CROSS JOIN LATERAL (
  SELECT count(*) FILTER (WHERE hidden_at IS NULL) AS posts, coalesce(max(number), 0) AS highest,
    coalesce(max(number) FILTER (WHERE hidden_at IS NULL), 0) AS number,
    (array_agg(author_id ORDER BY created_at DESC, number DESC) FILTER (WHERE hidden_at IS NULL))[1] AS author,
    max(created_at) FILTER (WHERE hidden_at IS NULL) AS at
  FROM discuss_post WHERE topic_id = asked.topic) AS last
WHERE topic.id = asked.topic
"""
# Lines that stood behind what is the last post now.
_LINES = "UPDATE discuss_deed SET number = %(last)s WHERE topic_id = %(source)s AND number > %(last)s"

_LISTS = ("posts", "were", "numbers", "authors", "seen", "seen_were")


@dataclass(frozen=True)
class Move:
    """Posts with the numbers that they had and that they get; `first` is the one that opens what stays."""

    source: Topic
    into: Topic
    deed: Deed
    posts: Sequence[int]
    were: Sequence[int]
    numbers: Sequence[int]
    authors: Sequence[int]
    # Of what can be seen, in the order in which it stood: the numbers that it had and gets.
    seen_were: Sequence[int]
    seen: Sequence[int]
    # The highest new number of that, and up to which somebody had to read the other topic before.
    last: int
    before: int
    first: int | None = None
    first_was: int = 0
    whole: bool = False
    fresh: bool = False

    @property
    def values(self) -> dict[str, Any]:
        lists = {name: list(getattr(self, name)) for name in _LISTS}
        plain = {name: getattr(self, name) for name in ("last", "before", "first", "whole", "fresh")}
        topics = {"source": self.source.pk, "into": self.into.pk, "group": self.into.group_id}
        return {**lists, **plain, **topics, "deed": self.deed.pk}


def move_rows(move: Move) -> None:
    """The posts themselves, and where they stood."""
    _run(move.values, _POSTS, _STOOD, _BACK)
    changed = list(move.posts)
    if move.first:
        stood = {"posts": [move.first], "were": [move.first_was], "deed": None}
        _run(move.values | stood, _FIRST, _STOOD)
        changed.append(move.first)
    _run({"posts": changed}, _ANSWERS)


def move_marks(move: Move) -> None:
    _run(move.values, _MARKS)


def move_what_led_there(move: Move) -> None:
    """Where nothing is left of a topic, drafts of replies and what names it lead to the other one."""
    keys = {"old": f"reply-{move.source.pk}", "new": f"reply-{move.into.pk}"}
    _run(move.values | keys, _DRAFTS, _GO_ON, _MERGED_BEFORE)


def count_topics(move: Move) -> None:
    topics = {"topics": [move.source.pk, move.into.pk]}
    _run(topics, _POSTERS_GO, _POSTERS, _TOPICS)
    for topic in (move.source, move.into):
        topic.refresh_from_db()
    if move.source.highest_number:
        _run({"source": move.source.pk, "last": move.source.highest_number}, _LINES)


def carry_answer(move: Move) -> None:
    """An answer stays one where it comes into a question that has none; elsewhere it answers nothing."""
    found = Answer.objects.filter(topic=move.source, post__in=move.posts).select_related("post").first()
    if found is None:
        return
    asks = move.into.kind == Kind.QUESTION and found.post.number > 1 and found.post.hidden_at is None
    if asks and not Answer.objects.filter(topic=move.into).exists():
        found.topic = move.into
        found.save(update_fields=["topic"])
    else:
        found.delete()


def _run(values: dict[str, Any], *statements: str) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement, values)

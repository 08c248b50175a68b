"""What follows from the rows that were loaded, made by the database itself: copies, counters, marks."""

from django.db import connection, models

from space.discuss.actions.scoring import score_periods
from space.discuss.models import Period, Post, Topic

# People who read no other way; the driver signs in as them.
TRACKS_MANY, TRACKS_FEW = 1901, 1902

_EXCERPTS = """
UPDATE discuss_topic AS topic SET excerpt = told.excerpt
FROM unnest(%(ids)s::bigint[], %(texts)s::text[]) AS told (id, excerpt) WHERE topic.id = told.id
"""
_POSTERS = """
INSERT INTO discuss_poster (topic_id, person_id, posts)
SELECT topic_id, author_id, count(*) FROM discuss_post GROUP BY topic_id, author_id
"""
_TOPICS = """
UPDATE discuss_topic AS topic SET posts_count = told.posts, highest_number = told.highest,
  last_number = told.highest, people = ARRAY(
    SELECT poster.person_id FROM discuss_poster AS poster WHERE poster.topic_id = topic.id
    ORDER BY CASE poster.person_id WHEN topic.author_id THEN 0 WHEN told.last_author THEN 1 ELSE 2 END,
      poster.posts DESC, poster.person_id LIMIT 5)
FROM (SELECT topic_id, count(*) AS posts, max(number) AS highest,
    (array_agg(author_id ORDER BY number DESC))[1] AS last_author
  FROM discuss_post GROUP BY topic_id) AS told
WHERE topic.id = told.topic_id
"""
_CATEGORIES = """
UPDATE discuss_category AS category SET
  topics_count = told.topics, posts_count = told.posts, last_posted_at = told.latest
FROM (SELECT category_id, count(*) AS topics, sum(posts_count) AS posts, max(last_posted_at) AS latest
  FROM discuss_topic GROUP BY category_id) AS told
WHERE category.id = told.category_id
"""
# A fifth of all topics for each of our readers, read to somewhere; every tenth of these is tracked.
_MARKS = """
INSERT INTO discuss_readmark (person_id, topic_id, number, at, seconds, level, chosen, unread_at, group_id)
SELECT person, id, number, last_posted_at, 60, level, false,
  CASE WHEN level > 0 AND number < last_number THEN last_posted_at END, group_id
FROM (SELECT person, topic.*, greatest(1, ceil(last_number * hashtext(person || '/' || topic.id)::bigint
        / 2147483648.0))::int AS number,
      CASE WHEN abs(hashtext(topic.id || ' tracked by ' || person)::bigint) %% 10 = 0 THEN 1 ELSE 0 END AS level
    FROM discuss_topic AS topic, generate_series(1, 50) AS person
    WHERE abs(hashtext(topic.id || ' by ' || person)::bigint) %% 5 = 0) AS read
"""
# One person tracks 5,000 topics and has read a half of each; the other tracks five.
_TRACKERS = """
INSERT INTO discuss_readmark (person_id, topic_id, number, at, seconds, level, chosen, unread_at, group_id)
SELECT person, id, last_number / 2, last_posted_at, 60, 1, false, last_posted_at, NULL FROM (
  SELECT topic.*, row_number() OVER (ORDER BY hashtext(id::text)) AS place
  FROM discuss_topic AS topic WHERE audience = 'public') AS topic
JOIN (VALUES (%(many)s, 5000), (%(few)s, 5)) AS tracker (person, most) ON place <= most
"""
# A third of all posts has reactions, one to four of them.
_REACTIONS = """
INSERT INTO discuss_reaction (post_id, person_id, kind, at)
SELECT id, 1 + (id * 7 + n * 131) %% 2000, (ARRAY['thanks', 'useful', 'applause', 'star'])[1 + (id + n) %% 4],
  created_at + n * interval '1 hour'
FROM discuss_post, generate_series(1, 4) AS n WHERE id %% 3 = 0 AND (id / 3) %% 4 >= n - 1
ON CONFLICT DO NOTHING
"""
_REACTED = """
UPDATE discuss_post AS post SET reactions = told.counted
FROM (SELECT post_id, jsonb_object_agg(kind, times) AS counted FROM (
  SELECT post_id, kind, count(*) AS times FROM discuss_reaction GROUP BY 1, 2) AS each GROUP BY post_id) AS told
WHERE told.post_id = post.id
"""
# The data ends in the past; what is new has to be of these days.
_TODAY = {
    "discuss_topic": "created_at = created_at + gap, last_posted_at = least(now(), last_posted_at + gap)",
    "discuss_post": "created_at = least(now(), created_at + gap)",
}
_LONG = 10_000
# One conversation of ten thousand posts, said by others before.
_LONG_TOPIC = """
INSERT INTO discuss_topic (id, category_id, kind, audience, listed, unlisted, author_id, title, slug, excerpt,
  language, languages, created_at,
  last_posted_at, posts_count, highest_number, last_number, deeds_count, views, people, version)
SELECT (SELECT max(id) + 1 FROM discuss_topic), category_id, kind, audience, true, false, author_id,
  'A conversation of ten thousand posts', 'ten-thousand', '', 'en', '{en}',
  now() - interval '200 days', now() - interval '1 day', 0, 0, 0, 0, 0, '{}', 1
FROM discuss_topic WHERE audience = 'public' ORDER BY id LIMIT 1 RETURNING id
"""
_LONG_POSTS = """
INSERT INTO discuss_post (id, topic_id, number, author_id, source, html, renderer, language, created_at, is_wiki,
  reactions, version)
SELECT (SELECT max(id) FROM discuss_post) + row_number() OVER (ORDER BY id), %(topic)s,
  row_number() OVER (ORDER BY id), author_id, source, html, renderer, language,
  now() - interval '200 days' + row_number() OVER (ORDER BY id) * interval '1720 seconds', false, '{}', 1
FROM (SELECT * FROM discuss_post ORDER BY id LIMIT %(most)s) AS said
"""
# Each copy lies before the one before it, as an older community's conversations would.
_OLDER = "interval '240 days'"


def excerpts(texts: dict[int, str]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(_EXCERPTS, {"ids": list(texts), "texts": list(texts.values())})


def fill(times: int) -> None:
    with connection.cursor() as cursor:
        topics, posts = _highest(Topic), _highest(Post)
        for copy in range(1, times):
            moved = {"created_at": _OLDER, "last_posted_at": _OLDER}
            cursor.execute(_copy(Topic, {"id": topics * copy}, moved, copy))
            cursor.execute(_copy(Topic.tags.through, {"topic_id": topics * copy}, {}, copy))
            cursor.execute(_copy(Post, {"id": posts * copy, "topic_id": topics * copy}, moved, copy))
            print(f"  copy {copy + 1} of {times}", flush=True)
        cursor.execute("CREATE TEMP TABLE late AS SELECT now() - max(created_at) AS gap FROM discuss_topic")
        for table, change in _TODAY.items():
            cursor.execute(f"UPDATE {table} SET {change} FROM late")
        cursor.execute(_LONG_TOPIC)
        cursor.execute(_LONG_POSTS, {"topic": cursor.fetchone()[0], "most": _LONG})
        cursor.execute("ANALYZE discuss_post")
        trackers = {"many": TRACKS_MANY, "few": TRACKS_FEW}
        for statement in (_POSTERS, _TOPICS, _CATEGORIES, _MARKS, _TRACKERS, _REACTIONS, _REACTED):
            cursor.execute(statement, trackers)
    score_periods(list(Period))


def _highest(kind: type[models.Model]) -> int:
    return kind._base_manager.aggregate(highest=models.Max("pk"))["highest"]


def _copy(kind: type[models.Model], shifts: dict[str, int], moved: dict[str, str], copy: int) -> str:
    """Insert the first rows of a table again, with ids that lie higher and dates that lie earlier."""
    names = [field.column for field in kind._meta.concrete_fields]
    if "id" not in shifts:
        names.remove("id")

    def value(name: str) -> str:
        if name in shifts:
            return f"{name} + {shifts[name]}"
        return f"{name} - {moved[name]} * {copy}" if name in moved else name

    edge = "id" if "id" in shifts else "topic_id"
    chosen = ", ".join(value(name) for name in names)
    return (
        f"INSERT INTO {kind._meta.db_table} ({', '.join(names)}) "
        f"SELECT {chosen} FROM {kind._meta.db_table} WHERE {edge} <= {shifts[edge] // copy}"
    )

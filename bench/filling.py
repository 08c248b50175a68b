"""What follows from the rows that were loaded, made by the database itself: copies, counters, marks."""

from django.db import connection, models

from space.discuss.models import Post, Topic

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
  people = ARRAY(
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
# A fifth of all topics for each of our readers, read to somewhere.
_MARKS = """
INSERT INTO discuss_readmark (person_id, topic_id, number, at)
SELECT person, topic.id, greatest(1, ceil(topic.highest_number * hashtext(person || '/' || topic.id)::bigint
  / 2147483648.0))::int, topic.last_posted_at
FROM discuss_topic AS topic, generate_series(1, 50) AS person
WHERE abs(hashtext(topic.id || ' by ' || person)::bigint) %% 5 = 0
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
        cursor.execute("ANALYZE discuss_post")
        for statement in (_POSTERS, _TOPICS, _CATEGORIES, _MARKS):
            cursor.execute(statement, {})


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

"""The kept numbers, counted anew: a check that actions keep them right, and the way to mend them."""

from django.db import connection, transaction

from space.discuss.actions.counting import LANGUAGES

# Each finds rows whose kept numbers differ from a count, with both. Topics first: categories add them up.
_CHECKS = {
    "topic": """
SELECT t.id, t.posts_count, c.posts, t.highest_number, c.highest, t.last_number, c.last FROM discuss_topic t
LEFT JOIN LATERAL (
  SELECT count(*) FILTER (WHERE p.hidden_at IS NULL) AS posts, coalesce(max(p.number), 0) AS highest,
    coalesce(max(p.number) FILTER (WHERE p.hidden_at IS NULL), 0) AS last
  FROM discuss_post p WHERE p.topic_id = t.id) c ON true
WHERE (t.posts_count, t.highest_number, t.last_number) IS DISTINCT FROM (c.posts, c.highest, c.last)
""",
    "moved": """
SELECT t.id, t.moved_number, c.highest FROM discuss_topic t
LEFT JOIN LATERAL (
  SELECT coalesce(max(m.number), 0) AS highest FROM discuss_moved m WHERE m.topic_id = t.id) c ON true
WHERE t.moved_number <> c.highest
""",
    "languages": f"""
SELECT topic.id, topic.languages, c.languages FROM discuss_topic AS topic
CROSS JOIN LATERAL (SELECT {LANGUAGES} AS languages) AS c
WHERE topic.languages IS DISTINCT FROM c.languages
""",
    "listed": """
SELECT t.id, t.listed, c.listed FROM discuss_topic t
JOIN discuss_category k ON k.id = t.category_id
CROSS JOIN LATERAL (
  SELECT NOT (t.unlisted OR k.suppressed_from_latest OR k.kind = 'archive') AS listed) c
WHERE t.listed <> c.listed
""",
    "poster": """
SELECT coalesce(k.topic_id, c.topic_id), coalesce(k.person_id, c.author_id),
  coalesce(k.posts, 0), coalesce(c.posts, 0)
FROM (SELECT * FROM discuss_poster WHERE posts > 0) k
FULL JOIN (SELECT topic_id, author_id, count(*) AS posts FROM discuss_post
           WHERE hidden_at IS NULL GROUP BY 1, 2) c
  ON (k.topic_id, k.person_id) = (c.topic_id, c.author_id)
WHERE k.posts IS DISTINCT FROM c.posts
""",
    "category": """
SELECT k.id, k.topics_count, c.topics, k.posts_count, c.posts FROM discuss_category k
LEFT JOIN LATERAL (
  SELECT count(*) AS topics, coalesce(sum(t.posts_count), 0) AS posts
  FROM discuss_topic t WHERE t.category_id = k.id AND t.audience <> 'nobody') c ON true
WHERE (k.topics_count, k.posts_count) IS DISTINCT FROM (c.topics, c.posts)
""",
    "synonym": """
SELECT c.id, c.topic_id, t.id, t.stands_for_id FROM discuss_topic_tags c
JOIN discuss_tag t ON t.id = c.tag_id WHERE t.stands_for_id IS NOT NULL
""",
    # After topics: what is unread follows from their last numbers.
    "read mark": """
SELECT m.id, m.unread_at IS NOT NULL, c.unread, m.group_id, t.group_id, t.last_posted_at FROM discuss_readmark m
JOIN discuss_topic t ON t.id = m.topic_id
CROSS JOIN LATERAL (
  SELECT m.level >= 1 AND m.number < t.last_number AND t.audience <> 'nobody' AND NOT t.unlisted AS unread) c
WHERE (m.unread_at IS NOT NULL) <> c.unread OR (m.level >= 1 AND m.group_id IS DISTINCT FROM t.group_id)
""",
    "reaction": """
SELECT p.id, p.reactions, c.counted FROM discuss_post p
LEFT JOIN LATERAL (
  SELECT coalesce(jsonb_object_agg(k.kind, k.times), '{}') AS counted
  FROM (SELECT r.kind, count(*) AS times FROM discuss_reaction r WHERE r.post_id = p.id GROUP BY r.kind) k) c ON true
WHERE p.reactions <> c.counted
""",
    "deeds": """
SELECT t.id, t.deeds_count, c.deeds FROM discuss_topic t
LEFT JOIN LATERAL (SELECT count(*) AS deeds FROM discuss_deed d WHERE d.topic_id = t.id) c ON true
WHERE t.deeds_count <> c.deeds
""",
    "option": """
SELECT o.id, o.votes, c.votes FROM discuss_option o JOIN discuss_poll p ON p.id = o.poll_id
CROSS JOIN LATERAL (
  SELECT count(*) AS votes FROM discuss_choice c WHERE c.option_id = o.id AND (p.way <> 'ranked' OR c.rank = 1)) c
WHERE o.votes <> c.votes
""",
    "poll": """
SELECT p.id, p.voters, c.voters FROM discuss_poll p
CROSS JOIN LATERAL (SELECT count(*) AS voters FROM discuss_ballot b WHERE b.poll_id = p.id) c
WHERE p.voters <> c.voters
""",
    # What was told is shown to who may know of its topic, and counted while one of its posts can be seen.
    "circle": """
SELECT n.id, n.circle, c.circle FROM notifications_notification n JOIN discuss_topic t ON t.id = n.topic
CROSS JOIN LATERAL (SELECT CASE t.audience WHEN 'public' THEN 0 WHEN 'members' THEN -1 WHEN 'people' THEN -1
  WHEN 'group' THEN t.group_id ELSE -2 END AS circle) c
WHERE n.circle <> c.circle
""",
    "told": """
SELECT n.id, n.things, n.hidden, c.things, c.hidden FROM notifications_notification n
CROSS JOIN LATERAL (
  SELECT coalesce(array_agg(x.thing) FILTER (WHERE p.hidden_at IS NULL), '{}') AS things,
    coalesce(array_agg(x.thing) FILTER (WHERE p.hidden_at IS NOT NULL), '{}') AS hidden
  FROM unnest(n.things || n.hidden) AS x (thing) LEFT JOIN discuss_post p ON p.id = x.thing) c
WHERE n.topic <> 0 AND NOT (n.things @> c.things AND c.things @> n.things)
""",
}
_MEND = {
    "topic": f"""
UPDATE discuss_topic t SET posts_count = w.posts, highest_number = w.highest, last_number = w.last,
  version = t.version + 1
FROM ({_CHECKS["topic"]}) w WHERE w.id = t.id
""",
    "moved": f"""
UPDATE discuss_topic t SET moved_number = w.now FROM ({_CHECKS["moved"]}) AS w (id, kept, now) WHERE w.id = t.id
""",
    "languages": f"""
UPDATE discuss_topic t SET languages = w.counted, version = t.version + 1
FROM ({_CHECKS["languages"]}) AS w (id, kept, counted) WHERE w.id = t.id
""",
    "listed": f"""
UPDATE discuss_topic t SET listed = w.now FROM ({_CHECKS["listed"]}) AS w (id, kept, now) WHERE w.id = t.id
""",
    "poster": f"""
INSERT INTO discuss_poster AS k (topic_id, person_id, posts)
SELECT w.topic, w.person, w.counted FROM ({_CHECKS["poster"]}) AS w (topic, person, kept, counted)
ON CONFLICT (topic_id, person_id) DO UPDATE SET posts = excluded.posts
""",
    "category": f"""
UPDATE discuss_category k SET topics_count = w.topics, posts_count = w.posts
FROM ({_CHECKS["category"]}) w WHERE w.id = k.id
""",
    "synonym": f"""
WITH w (id, topic, tag, meant) AS ({_CHECKS["synonym"]}),
  gone AS (DELETE FROM discuss_topic_tags c USING w WHERE c.id = w.id)
INSERT INTO discuss_topic_tags (topic_id, tag_id) SELECT w.topic, w.meant FROM w ON CONFLICT DO NOTHING
""",
    "read mark": f"""
UPDATE discuss_readmark m SET unread_at = CASE WHEN w.is_unread THEN w.at END, group_id = w.group_now
FROM ({_CHECKS["read mark"]}) AS w (id, unread, is_unread, group_kept, group_now, at) WHERE w.id = m.id
""",
    "reaction": f"""
UPDATE discuss_post p SET reactions = w.counted FROM ({_CHECKS["reaction"]}) w WHERE w.id = p.id
""",
    "deeds": f"""
UPDATE discuss_topic t SET deeds_count = w.deeds FROM ({_CHECKS["deeds"]}) w WHERE w.id = t.id
""",
    "option": f"""
WITH mended AS (UPDATE discuss_option o SET votes = w.counted
  FROM ({_CHECKS["option"]}) AS w (id, kept, counted) WHERE w.id = o.id RETURNING o.poll_id)
UPDATE discuss_poll SET version = version + 1 WHERE id IN (SELECT poll_id FROM mended)
""",
    "poll": f"""
UPDATE discuss_poll p SET voters = w.counted, version = p.version + 1
FROM ({_CHECKS["poll"]}) AS w (id, kept, counted) WHERE w.id = p.id
""",
    "circle": f"""
UPDATE notifications_notification n SET circle = w.now FROM ({_CHECKS["circle"]}) AS w (id, kept, now)
WHERE w.id = n.id
""",
    "told": f"""
UPDATE notifications_notification n SET things = w.things_now, hidden = w.hidden_now
FROM ({_CHECKS["told"]}) AS w (id, things, hidden, things_now, hidden_now) WHERE w.id = n.id
""",
}


def differences() -> list[str]:
    """Where a kept number is not what a count says, one line each; empty when all is right."""
    found = []
    with connection.cursor() as cursor:
        for kind, statement in _CHECKS.items():
            cursor.execute(statement)
            found += [f"{kind} {row}" for row in cursor.fetchall()]
    return found


@transaction.atomic
def recount() -> int:
    """Set every kept number to what a count says, and give how many rows were wrong."""
    wrong = 0
    with connection.cursor() as cursor:
        cursor.execute(
            "LOCK TABLE discuss_category, discuss_topic, discuss_post, discuss_poll IN SHARE ROW EXCLUSIVE MODE"
        )
        for statement in _MEND.values():
            cursor.execute(statement)
            wrong += cursor.rowcount
    return wrong

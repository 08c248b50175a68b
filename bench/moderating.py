"""A place with much to look after: cases that wait, cases that were decided, and a long log, over what is loaded.

The rows are written by the database itself. Who, what and when follow from ids, so that two runs give the same.
"""

from time import monotonic

from django.db import connection

from bench.load import READERS
from space.accounts.models import User
from space.groups.actions import admit, office
from space.groups.models import Office
from space.moderation.models import LogEntry
from space.review.models import Case

# Who moderates the whole place, and what they are measured as.
MODERATOR = READERS + 2
_CASES = """
INSERT INTO review_case (thing_kind, thing_id, author_id, category_id, group_id, topic, language, opened_at, weight,
  is_held, hidden_at, words, amended_at, asks_staff, claimed_by_id, claimed_at, reminded_at, decided_at, version)
SELECT 'discuss.post', post.id, post.author_id, topic.category_id, topic.group_id, topic.id, post.language,
  now() - post.id %% 2000 * interval '37 minutes', 2 + post.id %% 23 / 4.0, post.id %% 10 = 0, NULL, '', NULL, false,
  NULL, NULL, NULL, NULL, 1
FROM discuss_post AS post JOIN discuss_topic AS topic ON topic.id = post.topic_id
WHERE post.number > 1 ORDER BY hashtext(post.id::text), post.id LIMIT %s
"""
# One flag to four on each, by different people, some by rules.
_FLAGS = """
INSERT INTO review_flag (case_id, by_id, sender, rule, why, words, at, weight, withdrawn_at, agreed)
SELECT c.id, CASE WHEN c.is_held THEN NULL ELSE 1 + (c.id * 13 + n * 401) %% 1800 END, '',
  CASE WHEN c.is_held THEN 'links' ELSE '' END,
  (ARRAY['off-topic', 'inappropriate', 'spam', 'else'])[1 + (c.id + n) %% 4], '', c.opened_at, 2, NULL, NULL
FROM review_case AS c, generate_series(0, c.id %% 4) AS n WHERE NOT c.is_held OR n = 0
"""
# A third was decided.
_DECIDED = """
UPDATE review_case SET decided_at = opened_at + interval '5 hours', version = 2 WHERE id %% 3 = 0
"""
_DECISIONS = """
INSERT INTO review_decision (case_id, by_id, did, clause, reason, follows, at)
SELECT id, %s, (ARRAY['hide', 'keep', 'ignore'])[1 + id %% 3], 'topic', 'It is about something else.', '', decided_at
FROM review_case WHERE decided_at IS NOT NULL
"""
_ENTRIES = """
INSERT INTO moderation_logentry (at, by_id, what, thing_kind, thing_id, codes)
SELECT now() - n * interval '90 seconds', 1 + n %% 50,
  (ARRAY['post-hidden', 'topic-closed', 'post-deleted', 'topic-moved', 'case-decided'])[1 + n %% 5],
  (ARRAY['discuss.post', 'discuss.topic', 'discuss.post', 'discuss.topic', 'discuss.post'])[1 + n %% 5],
  1 + n %% 10000, '{}'
FROM generate_series(1, %s) AS n
"""
_LINES = """
INSERT INTO review_line (entry_id, at, sort, by_machine, clause, category_id, circle, about_id)
SELECT id, at, (ARRAY['posts', 'topics', 'posts', 'topics', 'cases'])[1 + id %% 5], id %% 7 = 0,
  CASE WHEN id %% 5 = 4 THEN 'topic' ELSE '' END, 1 + id %% 19, -1 * (id %% 11 = 0)::int, NULL
FROM moderation_logentry WHERE NOT EXISTS (SELECT FROM review_line WHERE entry_id = moderation_logentry.id)
"""


def load(cases: int, entries: int) -> None:
    """So many cases, a third of them decided, and so many entries of the log; nothing where there are cases."""
    if Case.objects.for_actions().exists():
        print("There are cases already.")
        return
    began = monotonic()
    admit(office(Office.MODERATORS), User.objects.get(pk=MODERATOR))
    with connection.cursor() as cursor:
        cursor.execute(_CASES, [cases])
        cursor.execute(_FLAGS, [])
        cursor.execute(_DECIDED, [])
        cursor.execute(_DECISIONS, [MODERATOR])
        cursor.execute(_ENTRIES, [entries])
        cursor.execute(_LINES, [])
        cursor.execute("VACUUM (ANALYZE)")
    waiting = Case.objects.for_actions().waiting().count()
    entries = LogEntry.objects.count()
    print(f"{waiting:,} cases wait, {entries:,} entries in the log, in {monotonic() - began:.0f} s.")

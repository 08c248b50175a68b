"""What was written before: last numbers, and who tracks what. Then indexes, without keeping writers waiting."""

from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models

_LAST = """
UPDATE discuss_topic AS topic SET last_number = last.number FROM (
  SELECT topic_id, max(number) AS number FROM discuss_post WHERE hidden_at IS NULL GROUP BY topic_id) AS last
WHERE last.topic_id = topic.id
"""
# Who began a topic watches it (2), who answered tracks it (1).
_LEVELS = """
UPDATE discuss_readmark AS mark SET
  level = CASE WHEN topic.author_id = mark.person_id THEN 2 ELSE 1 END,
  unread = mark.number < topic.last_number, group_id = topic.group_id
FROM discuss_poster AS poster JOIN discuss_topic AS topic ON topic.id = poster.topic_id
WHERE poster.topic_id = mark.topic_id AND poster.person_id = mark.person_id AND poster.posts > 0
"""


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("discuss", "0004_conversations")]

    operations = [
        migrations.RunSQL(_LAST, migrations.RunSQL.noop),
        migrations.RunSQL(_LEVELS, migrations.RunSQL.noop),
        AddIndexConcurrently(
            "readmark",
            models.Index("person", "group", "topic", condition=models.Q(unread=True), name="read_mark_unread"),
        ),
        AddIndexConcurrently(
            "readmark",
            models.Index("topic", "person", condition=models.Q(level__gte=1), name="read_mark_tracked"),
        ),
        AddIndexConcurrently(
            "topic",
            models.Index("created_at", "id", condition=models.Q(listed=True), name="topic_made"),
        ),
        AddIndexConcurrently(
            "topic",
            models.Index(
                "last_posted_at", "id", condition=models.Q(listed=True, posts_count=1), name="topic_unanswered"
            ),
        ),
    ]

"""Unread has a time, so that a list of what is unread is read from one index, however much it is."""

from django.db import migrations, models

_TIMES = """
UPDATE discuss_readmark AS mark SET unread_at = topic.last_posted_at
FROM discuss_topic AS topic WHERE topic.id = mark.topic_id AND mark.unread
"""


class Migration(migrations.Migration):
    dependencies = [("discuss", "0005_marks_and_indexes")]

    operations = [
        migrations.AddField("readmark", "unread_at", models.DateTimeField(null=True)),
        migrations.RunSQL(_TIMES, migrations.RunSQL.noop),
        migrations.RemoveConstraint("readmark", "read_mark_unread_is_tracked"),
        migrations.RemoveIndex("readmark", "read_mark_unread"),
        migrations.RemoveField("readmark", "unread"),
        migrations.AddIndex(
            "readmark",
            models.Index(
                fields=["person", "-unread_at", "topic", "group"],
                condition=models.Q(unread_at__isnull=False),
                name="read_mark_unread_at",
            ),
        ),
        migrations.AddConstraint(
            "readmark",
            models.CheckConstraint(
                name="read_mark_unread_is_tracked",
                condition=models.Q(unread_at__isnull=True) | models.Q(level__gte=1),
            ),
        ),
    ]

"""The languages of a topic's posts, kept with the topic."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
from django.db import migrations, models

# As actions/counting.py keeps them.
_LANGUAGES = """
UPDATE discuss_topic AS topic SET languages = ARRAY[topic.language] || ARRAY(
    SELECT post.language FROM discuss_post AS post
    WHERE post.topic_id = topic.id AND post.hidden_at IS NULL AND post.language NOT IN ('', topic.language)
    GROUP BY post.language ORDER BY min(post.number))
"""


class Migration(migrations.Migration):
    dependencies = [("discuss", "0013_tags_and_rooms")]

    operations = [
        migrations.AddField(
            model_name="topic",
            name="languages",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(blank=True, max_length=20), default=list, size=None
            ),
        ),
        migrations.RunSQL(_LANGUAGES, migrations.RunSQL.noop),
        migrations.AddIndex(
            model_name="topic",
            index=django.contrib.postgres.indexes.GinIndex(fields=["languages"], name="topic_languages"),
        ),
    ]

"""What helps to write: drafts that can be brought back, tags and topics found by a few letters."""

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.contrib.postgres.operations import AddIndexConcurrently, TrigramExtension
from django.db import migrations, models

import space.discuss.models.drafts
from space.kit.folding import LETTERS_SQL, Letters, in_order_of_signs


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("discuss", "0011_relating")]

    operations = [
        TrigramExtension(),
        migrations.RunSQL(LETTERS_SQL, migrations.RunSQL.noop),
        migrations.AddField("draft", "form", models.UUIDField(blank=True, null=True)),
        migrations.AddField("draft", "discarded_at", models.DateTimeField(blank=True, null=True)),
        migrations.AlterField(
            "draft", "version", models.PositiveIntegerField(default=space.discuss.models.drafts.first_version)
        ),
        AddIndexConcurrently("tag", models.Index(in_order_of_signs("name"), name="tag_by_name")),
        AddIndexConcurrently(
            "topic",
            GinIndex(OpClass(Letters("title"), "gin_trgm_ops"), name="topic_title_letters"),
        ),
    ]

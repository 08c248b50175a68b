"""The index of everything that can be found."""

import django.contrib.postgres.fields
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.contrib.postgres.operations import TrigramExtension
from django.contrib.postgres.search import SearchVectorField
from django.db import migrations, models
from django.db.models import Q

from space.kit.folding import LETTERS_SQL, Letters
from space.kit.migrating import together

_PUBLIC = Q(circle=0)
_PENDING = 16_384

# Rows stay in one piece: a vector is read where it stands, neither unpacked nor fetched from elsewhere. Our own
# counts are asked, never the planner's, so it need not study the words.
_WHOLE_ROWS = "ALTER TABLE search_entry SET (toast_tuple_target = 8160)"
_NOT_STUDIED = "ALTER TABLE search_entry ALTER COLUMN words SET STATISTICS 0"


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = together([
        TrigramExtension(),
        migrations.RunSQL(LETTERS_SQL, migrations.RunSQL.noop),
        migrations.CreateModel(
            name="Entry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=12)),
                ("thing", models.BigIntegerField()),
                ("circle", models.BigIntegerField()),
                ("title", models.TextField(blank=True)),
                ("words", SearchVectorField()),
                ("length", models.PositiveIntegerField()),
                ("lang", models.CharField(blank=True, max_length=20)),
                ("written_at", models.DateTimeField()),
                ("author", models.BigIntegerField(null=True)),
                ("topic", models.BigIntegerField(default=0)),
                ("place", models.BigIntegerField(null=True)),
                (
                    "tags",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), default=list, size=None
                    ),
                ),
                ("species", models.CharField(blank=True, max_length=20)),
                ("lowered", models.BooleanField(default=False)),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("kind", "thing"), name="entry_once")],
                "indexes": [
                    GinIndex(
                        fields=["words"], condition=_PUBLIC, name="entry_words", gin_pending_list_limit=_PENDING
                    ),
                    GinIndex(
                        fields=["words"], condition=~_PUBLIC, name="entry_inner_words", gin_pending_list_limit=_PENDING
                    ),
                    GinIndex(
                        OpClass(Letters("title"), "gin_trgm_ops"),
                        condition=_PUBLIC & ~Q(title=""),
                        name="entry_title_letters",
                    ),
                    models.Index("written_at", "id", condition=_PUBLIC, name="entry_newest"),
                    models.Index("topic", condition=~Q(topic=0), name="entry_of_topic"),
                ],
            },
        ),
        migrations.RunSQL(_WHOLE_ROWS, migrations.RunSQL.noop),
        migrations.RunSQL(_NOT_STUDIED, migrations.RunSQL.noop),
        migrations.CreateModel(
            name="Word",
            fields=[
                ("word", models.TextField(db_collation="C", primary_key=True, serialize=False)),
                ("documents", models.PositiveIntegerField()),
                ("spoken", models.BooleanField(default=False)),
            ],
            options={
                "indexes": [
                    GinIndex(OpClass(Letters("word"), "gin_trgm_ops"), condition=Q(spoken=True), name="word_letters")
                ],
            },
        ),
        migrations.CreateModel(
            name="Survey",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("documents", models.PositiveIntegerField()),
                ("average_length", models.FloatField()),
                ("moments", models.JSONField(default=list)),
                ("taken_at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="Round",
            fields=[
                ("kind", models.CharField(max_length=12, primary_key=True, serialize=False)),
                ("version", models.PositiveIntegerField()),
                ("after", models.BigIntegerField(default=0)),
                ("done", models.PositiveIntegerField(default=0)),
                ("finished_at", models.DateTimeField(null=True)),
            ],
        ),
    ])

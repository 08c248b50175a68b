"""People are found by name and language, can have a picture, and trust that a moderator chose stays."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
from django.db import migrations, models

_IN_DIRECTORY = models.Q(nature="person", is_active=True, is_listed=True)
_AT_ONCE = 2_000


def cut_names(apps, schema_editor):
    """What follows from a name is made by the code of today: it is looked up by that of today too."""
    from space.accounts import seeking

    people = apps.get_model("accounts", "User").objects.only("pk", "name")
    waiting = []
    for person in people.iterator(_AT_ONCE):
        person.sort_name, person.name_pieces = seeking.folded(person.name), seeking.pieces(person.name)
        waiting.append(person)
        if len(waiting) == _AT_ONCE:
            people.bulk_update(waiting, ["sort_name", "name_pieces"])
            waiting.clear()
    if waiting:
        people.bulk_update(waiting, ["sort_name", "name_pieces"])


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_address_key")]

    operations = [
        migrations.AddField("user", "sort_name", models.CharField(blank=True, db_collation="C", default="", max_length=255), preserve_default=False),
        migrations.AddField(
            "user",
            "name_pieces",
            django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), blank=True, default=list, size=None),
        ),
        migrations.AddField("user", "trust_by_hand", models.BooleanField(default=False)),
        migrations.AddField("user", "picture", models.CharField(blank=True, default="", max_length=100), preserve_default=False),
        migrations.AddField("user", "is_listed", models.BooleanField(default=True)),
        migrations.RunPython(cut_names, migrations.RunPython.noop),
        migrations.AddIndex("user", models.Index("sort_name", "id", condition=_IN_DIRECTORY, name="people_by_name")),
        migrations.AddIndex("user", models.Index("created_at", "id", condition=_IN_DIRECTORY, name="people_by_age")),
        migrations.AddIndex(
            "user",
            django.contrib.postgres.indexes.GinIndex(fields=["name_pieces"], condition=_IN_DIRECTORY, name="people_by_pieces"),
        ),
        migrations.AddIndex(
            "user",
            django.contrib.postgres.indexes.GinIndex(fields=["languages"], condition=_IN_DIRECTORY, name="people_by_languages"),
        ),
    ]

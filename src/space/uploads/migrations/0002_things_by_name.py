"""Things are named as `discuss.post` instead of by the number that a content type happens to have."""

from django.db import migrations, models

NAME = """
UPDATE uploads_hanging hanging SET kind = type.app_label || '.' || type.model
FROM django_content_type type WHERE type.id = hanging.thing_kind_id
"""


class Migration(migrations.Migration):
    dependencies = [("uploads", "0001_initial"), ("contenttypes", "0002_remove_content_type_name")]

    operations = [
        migrations.RemoveIndex("hanging", "hanging_of_thing"),
        migrations.RemoveConstraint("hanging", "hanging_once"),
        migrations.AddField("hanging", "kind", models.CharField(max_length=60, default=""), preserve_default=False),
        migrations.RunSQL(NAME, migrations.RunSQL.noop),
        migrations.RemoveField("hanging", "thing_kind"),
        migrations.RenameField("hanging", "kind", "thing_kind"),
        migrations.AddIndex("hanging", models.Index(models.F("thing_kind"), models.F("thing_id"), name="hanging_of_thing")),
        migrations.AddConstraint(
            "hanging", models.UniqueConstraint(fields=("upload", "thing_kind", "thing_id"), name="hanging_once")
        ),
    ]

"""Photos are kept as AVIF too, and wide pictures 1920 pixels wide. `finish_sizes` makes what is not there yet."""

from django.db import migrations, models

MORE_TO_MAKE = """
UPDATE uploads_upload SET state = 'new'
WHERE NOT moves AND width > 320 AND kind IN ('jpeg', 'webp') OR NOT moves AND width > 1920 AND kind IN ('png', 'gif', 'avif')
"""


class Migration(migrations.Migration):
    dependencies = [("uploads", "0002_things_by_name")]

    operations = [
        migrations.RemoveConstraint("size", "size_once"),
        migrations.AddConstraint(
            "size", models.UniqueConstraint(fields=("upload", "width", "kind"), name="size_once")
        ),
        migrations.RunSQL(MORE_TO_MAKE, migrations.RunSQL.noop),
    ]

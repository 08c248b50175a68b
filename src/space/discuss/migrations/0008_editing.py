"""What an edit was: its summary, what it brought back; versions that are hidden, and by which renderer they were made."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

# Until now what somebody else than the author had taken out was for moderators alone. It stays so.
_HIDDEN = """
INSERT INTO discuss_hiding (revision_id, by_id, reason, at)
SELECT revision.id, revision.by_id, '', revision.at
FROM discuss_revision AS revision JOIN discuss_post AS post ON post.id = revision.post_id
WHERE revision.by_id <> post.author_id
"""


class Migration(migrations.Migration):
    dependencies = [
        ("discuss", "0007_polls"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField("revision", "renderer", models.PositiveSmallIntegerField(default=1)),
        migrations.AddField("revision", "restores", models.PositiveIntegerField(blank=True, null=True)),
        migrations.AddField("revision", "summary", models.CharField(blank=True, max_length=200)),
        migrations.CreateModel(
            name="Hiding",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("reason", models.TextField(blank=True)),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "revision",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="hiding",
                        to="discuss.revision",
                    ),
                ),
            ],
            options={"abstract": False},
        ),
        migrations.RunSQL(_HIDDEN, migrations.RunSQL.noop),
    ]

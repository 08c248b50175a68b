"""Kept results of a poll are named by its version."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("discuss", "0006_unread_at")]

    operations = [
        migrations.AddField("poll", "version", models.PositiveIntegerField(default=1)),
    ]

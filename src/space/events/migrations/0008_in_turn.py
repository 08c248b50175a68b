from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("events", "0007_sources")]

    operations = [
        migrations.AddField("source", "underway", models.JSONField(blank=True, default=dict)),
    ]

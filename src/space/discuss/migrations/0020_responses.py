from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("discuss", "0060_editing")]

    operations = [
        migrations.AddField("bookmark", "removed_at", models.DateTimeField(blank=True, null=True)),
    ]

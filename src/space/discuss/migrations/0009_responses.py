from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("discuss", "0008_editing")]

    operations = [
        migrations.AddField("bookmark", "removed_at", models.DateTimeField(blank=True, null=True)),
    ]

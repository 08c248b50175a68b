from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("review", "0004_waiting")]

    operations = [
        migrations.AddField("case", "taken_back_at", models.DateTimeField(null=True)),
    ]

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("review", "0003_gate")]

    operations = [
        migrations.AddField("case", "words", models.CharField(blank=True, max_length=2000)),
        migrations.AddField("case", "amended_at", models.DateTimeField(null=True)),
    ]

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("discuss", "0012_writing")]

    operations = [
        migrations.AddField("tag", "introduced", models.BooleanField(default=False)),
    ]

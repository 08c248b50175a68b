"""Names of people who were erased, as codes: nobody takes them again."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("accounts", "0006_wikis")]

    operations = [
        migrations.CreateModel(
            name="ErasedName",
            fields=[("digest", models.CharField(max_length=64, primary_key=True, serialize=False))],
        ),
    ]

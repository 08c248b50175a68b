"""Where somebody is signed in: the kind of browser, and the day on which it was used last."""

from django.db import migrations, models

import space.accounts.models


class Migration(migrations.Migration):
    dependencies = [("accounts", "0004_languages")]

    operations = [
        migrations.AddField(
            model_name="session", name="device", field=models.CharField(blank=True, max_length=30)
        ),
        migrations.AddField(
            model_name="session", name="used_on", field=models.DateField(default=space.accounts.models.today)
        ),
    ]

from django.db import migrations, models
from django.db.models import Exists, OuterRef


def of_events_without_times(apps, schema_editor):
    events = apps.get_model("events", "Event").objects.filter(pk=OuterRef("event"), first_time=None)
    apps.get_model("events", "Occurrence").objects.filter(Exists(events)).update(is_all_day=True)


class Migration(migrations.Migration):
    dependencies = [("events", "0002_asking")]

    operations = [
        migrations.AddField(
            model_name="occurrence", name="is_all_day", field=models.BooleanField(default=False)
        ),
        migrations.RunPython(of_events_without_times, migrations.RunPython.noop),
    ]

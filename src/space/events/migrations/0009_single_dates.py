from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("events", "0008_in_turn")]

    operations = [
        migrations.AddField("attendance", "of", models.DateField(blank=True, null=True)),
        migrations.AddField("word", "of", models.DateField(blank=True, null=True)),
        migrations.RemoveConstraint("attendance", "attendance_once"),
        migrations.RemoveConstraint("attendance", "attendance_of_person_or_guest"),
        migrations.AddConstraint(
            "attendance",
            models.UniqueConstraint(fields=["event", "person"], condition=Q(of=None), name="attendance_once"),
        ),
        migrations.AddConstraint(
            "attendance",
            models.UniqueConstraint(
                fields=["event", "person", "of"],
                condition=Q(of__isnull=False),
                name="attendance_of_a_day_once",
            ),
        ),
        migrations.AddConstraint(
            "attendance",
            models.CheckConstraint(
                name="attendance_of_person_or_guest",
                condition=Q(person__isnull=False, guest__isnull=True)
                | Q(person__isnull=True, guest__isnull=False, is_public=False, of=None),
            ),
        ),
    ]

"""How much waits for somebody is counted by a function of the database."""

from django.db import migrations

from space.review.models.counted import WAITING_SQL


class Migration(migrations.Migration):
    dependencies = [("review", "0003_appeals_that_wait")]

    operations = [migrations.RunSQL(WAITING_SQL, "DROP FUNCTION review_waiting(bigint, integer)")]

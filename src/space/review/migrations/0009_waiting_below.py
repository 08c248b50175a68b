"""Who looks after a category looks after those below it: what waits there is counted, too."""

from django.db import migrations

from space.review.models.counted import WAITING_SQL


class Migration(migrations.Migration):
    dependencies = [("review", "0008_read_in")]

    operations = [migrations.RunSQL(WAITING_SQL, migrations.RunSQL.noop)]

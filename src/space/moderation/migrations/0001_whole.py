"""The log is only ever added to, and reasons are blanked and nothing else, whoever writes the SQL.

Test databases may be emptied between tests.
"""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

from space.kit.migrating import together

LOG_REFUSES = """
CREATE FUNCTION moderation_log_refuses() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'TRUNCATE' AND current_database() LIKE 'test\\_%' THEN
    RETURN NULL;
  END IF;
  RAISE EXCEPTION 'The log is append-only: % is refused.', TG_OP;
END $$;
CREATE TRIGGER moderation_log_append_only BEFORE UPDATE OR DELETE ON moderation_logentry
  FOR EACH ROW EXECUTE FUNCTION moderation_log_refuses();
CREATE TRIGGER moderation_log_not_emptied BEFORE TRUNCATE ON moderation_logentry
  FOR EACH STATEMENT EXECUTE FUNCTION moderation_log_refuses();
"""
LOG_ALLOWS = """
DROP TRIGGER moderation_log_append_only ON moderation_logentry;
DROP TRIGGER moderation_log_not_emptied ON moderation_logentry;
DROP FUNCTION moderation_log_refuses();
"""

REASON_REFUSES = """
CREATE FUNCTION moderation_reason_refuses() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'TRUNCATE' AND current_database() LIKE 'test\\_%' THEN
    RETURN NULL;
  END IF;
  IF TG_OP = 'UPDATE' THEN
    IF NEW.text = '' AND NEW.id = OLD.id AND NEW.entry_id = OLD.entry_id THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION 'A reason of the append-only log can be blanked alone: % is refused.', TG_OP;
END $$;
CREATE TRIGGER moderation_reason_is_blanked_alone BEFORE UPDATE OR DELETE ON moderation_reason
  FOR EACH ROW EXECUTE FUNCTION moderation_reason_refuses();
CREATE TRIGGER moderation_reasons_not_emptied BEFORE TRUNCATE ON moderation_reason
  FOR EACH STATEMENT EXECUTE FUNCTION moderation_reason_refuses();
"""
REASON_ALLOWS = """
DROP TRIGGER moderation_reason_is_blanked_alone ON moderation_reason;
DROP TRIGGER moderation_reasons_not_emptied ON moderation_reason;
DROP FUNCTION moderation_reason_refuses();
"""


class Migration(migrations.Migration):
    initial = True

    replaces = [
        ('moderation', '0001_initial'),
        ('moderation', '0002_append_only'),
        ('moderation', '0003_reasons_stay'),
    ]

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = together([
        migrations.CreateModel(
            name='LogEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(db_index=True, default=django.utils.timezone.now)),
                ('what', models.CharField(max_length=60)),
                ('thing_kind', models.CharField(max_length=60)),
                ('thing_id', models.BigIntegerField()),
                ('codes', models.JSONField(default=dict)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(fields=['thing_kind', 'thing_id'], name='log_of_a_thing')],
            },
        ),
        migrations.CreateModel(
            name='Penalty',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('measure', models.CharField(choices=[('silence', 'Silence'), ('suspension', 'Suspension')], max_length=10)),
                ('reason', models.TextField()),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('until', models.DateTimeField()),
                ('ended', models.DateTimeField(blank=True, null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='penalties', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Reason',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField()),
                ('entry', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='reason', to='moderation.logentry')),
            ],
        ),
        migrations.RunSQL(LOG_REFUSES, LOG_ALLOWS),
        migrations.RunSQL(REASON_REFUSES, REASON_ALLOWS),
    ])

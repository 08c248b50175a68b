"""The log is only ever added to, whoever writes the SQL. Test databases may be emptied between tests."""

from django.db import migrations

REFUSE = """
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
ALLOW = """
DROP TRIGGER moderation_log_append_only ON moderation_logentry;
DROP TRIGGER moderation_log_not_emptied ON moderation_logentry;
DROP FUNCTION moderation_log_refuses();
"""


class Migration(migrations.Migration):
    dependencies = [("moderation", "0001_initial")]

    operations = [migrations.RunSQL(REFUSE, ALLOW)]

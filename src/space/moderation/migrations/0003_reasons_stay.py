"""Reasons are blanked and nothing else, whoever writes the SQL: none is put into other words, and none goes."""

from django.db import migrations

REFUSE = """
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
ALLOW = """
DROP TRIGGER moderation_reason_is_blanked_alone ON moderation_reason;
DROP TRIGGER moderation_reasons_not_emptied ON moderation_reason;
DROP FUNCTION moderation_reason_refuses();
"""


class Migration(migrations.Migration):
    dependencies = [("moderation", "0002_append_only")]

    operations = [migrations.RunSQL(REFUSE, ALLOW)]

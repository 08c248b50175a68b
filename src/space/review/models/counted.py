"""How much waits for who looks after the place or a part of it, counted in the query of the session."""

from django.db.models import F, Func, IntegerField, Value

# More than this nobody counts.
MOST = 99

# What `visible_to` shows of cases, and the appeals that are this person's to answer: nobody answers about themselves,
# about what they decided, or about what they flagged. 0 for who looks after nothing.
#
# A function, because the database plans a query anew each time and the inside of a function once a connection:
# written out in the query of the session this cost everybody two milliseconds a page. Whoever changes a table that is
# named here, or who sees which cases, makes the function anew in a migration.
WAITING_SQL = """
CREATE OR REPLACE FUNCTION review_waiting(me bigint, most integer) RETURNS integer LANGUAGE plpgsql STABLE AS $$
DECLARE
  circles bigint[];
  led bigint[];
  rooms bigint[];
  below bigint[];
  looks_after_all boolean;
BEGIN
  SELECT coalesce(array_agg(member.group_id), '{}'),
    coalesce(array_agg(member.group_id) FILTER (WHERE member.role IN ('owner', 'moderator')), '{}'),
    coalesce(bool_or(its.office IN ('administrators', 'moderators')), false)
  INTO circles, led, looks_after_all
  FROM groups_membership member JOIN groups_group its ON its.id = member.group_id
  WHERE member.person_id = me AND its.ends_at IS NULL;

  IF looks_after_all THEN
    RETURN (SELECT count(*) FROM (
      SELECT FROM review_case one
      WHERE one.decided_at IS NULL AND one.author_id <> me
        AND (one.group_id IS NULL OR one.asks_staff OR one.group_id = ANY(circles))
      LIMIT most) cases) + (SELECT count(*) FROM (
      SELECT FROM review_appeal appeal
        JOIN review_decision ruling ON ruling.id = appeal.decision_id JOIN review_case one ON one.id = ruling.case_id
      WHERE appeal.outcome = '' AND ruling.by_id <> me AND one.author_id <> me
        AND (one.group_id IS NULL OR one.asks_staff OR one.group_id = ANY(circles))
        AND NOT EXISTS (SELECT FROM review_flag flag
          WHERE flag.case_id = one.id AND flag.by_id = me AND flag.withdrawn_at IS NULL)
      LIMIT most) appeals);
  END IF;

  rooms := ARRAY(
    SELECT category_id FROM discuss_moderator WHERE person_id = me
    UNION SELECT entrusted.category_id
      FROM discuss_moderatorgroup entrusted JOIN groups_group its ON its.id = entrusted.group_id
      WHERE entrusted.group_id = ANY(circles) AND its.closed_at IS NULL
    UNION SELECT id FROM discuss_category WHERE group_id = ANY(led));
  IF rooms = '{}' AND led = '{}' THEN
    RETURN 0;
  END IF;
  below := ARRAY(SELECT id FROM discuss_category WHERE parent_id = ANY(rooms));
  RETURN (SELECT count(*) FROM (
    SELECT FROM review_case one
    WHERE one.decided_at IS NULL AND one.author_id <> me
      AND (one.category_id = ANY(rooms) OR one.group_id = ANY(led)
        OR (one.category_id = ANY(below) AND (one.group_id IS NULL OR one.group_id = ANY(circles))))
    LIMIT most) cases) + (SELECT count(*) FROM (
    SELECT FROM review_appeal appeal
      JOIN review_decision ruling ON ruling.id = appeal.decision_id JOIN review_case one ON one.id = ruling.case_id
    WHERE appeal.outcome = '' AND ruling.by_id <> me AND one.author_id <> me
      AND (one.category_id = ANY(rooms) OR one.group_id = ANY(led)
        OR (one.category_id = ANY(below) AND (one.group_id IS NULL OR one.group_id = ANY(circles))))
      AND NOT EXISTS (SELECT FROM review_flag flag
        WHERE flag.case_id = one.id AND flag.by_id = me AND flag.withdrawn_at IS NULL)
    LIMIT most) appeals);
END $$
"""


def waiting(person: str) -> Func:
    """How many cases and appeals wait for the person with the id at this path; of either kind one more than
    `MOST` at most."""
    return Func(F(person), Value(MOST + 1), function="review_waiting", output_field=IntegerField())

"""What is known of all public documents together, looked at anew."""

import json
from datetime import timedelta
from math import ceil

from django.db import connection, transaction

from space.kit import clock
from space.search.asking.knowing import SURVEY
from space.search.models import Survey
from space.web.versions import bump

# Of more documents than these, every so manieth is looked at.
_LOOKED_AT = 30_000
_FIRST_MOMENT = 100
_OLD = timedelta(hours=6)

_COUNT = "SELECT count(*), coalesce(avg(length), 0) FROM search_entry WHERE circle = 0"
# Words that stand in fewer documents than this are as rare as those that nobody has written.
_READ = """
CREATE TEMP TABLE read_words AS
SELECT word, ndoc * %(step)s AS documents, word ~ '^[^-=^!#@0-9][^0-9]{{3,}}$' AS spoken
FROM ts_stat($of$SELECT words FROM search_entry WHERE circle = 0 AND thing %% {step} = 0$of$)
WHERE ndoc >= %(least)s AND word !~ '^[!@]'
"""
# Only what has changed enough to matter is written.
_KEEP = """
INSERT INTO search_word AS kept (word, documents, spoken) SELECT word, documents, spoken FROM read_words
ON CONFLICT (word) DO UPDATE SET documents = excluded.documents
WHERE abs(kept.documents - excluded.documents) > 0.1 * kept.documents
"""
_DROP = "DELETE FROM search_word AS kept WHERE NOT EXISTS (SELECT FROM read_words WHERE word = kept.word)"
_MOMENT = """
SELECT written_at FROM search_entry WHERE circle = 0 ORDER BY written_at DESC, id DESC OFFSET %s LIMIT 1
"""
_TAKE = """
WITH gone AS (DELETE FROM search_survey)
INSERT INTO search_survey (documents, average_length, moments, taken_at) VALUES (%s, %s, %s, %s)
"""


@transaction.atomic
def survey() -> int:
    """How many documents there are, how old, and in how many each word stands. Gives the first of these.

    Public ones alone: what is found, and in which order, must not tell of others.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('search survey'))")
        cursor.execute(_COUNT)
        documents, average = cursor.fetchone()
        step = max(1, ceil(documents / _LOOKED_AT))
        cursor.execute(_READ.format(step=step), {"step": step, "least": 2 if step == 1 else 3})
        cursor.execute(_DROP)
        cursor.execute(_KEEP)
        cursor.execute("DROP TABLE read_words")
        told = [documents, average, json.dumps(_moments(documents)), clock.now()]
        cursor.execute(_TAKE, told)
    bump(SURVEY)
    return int(documents)


def survey_if_due() -> None:
    """Where there is a twentieth more or less to find than then, or once in a while."""
    last = Survey.objects.order_by("-pk").first()
    with connection.cursor() as cursor:
        cursor.execute(_COUNT)
        documents, _ = cursor.fetchone()
    before = last.documents if last else 0
    old = last is None or clock.now() - last.taken_at > _OLD
    if abs(documents - before) > 0.05 * before or (old and documents):
        survey()


def _moments(documents: int) -> list[tuple[int, str]]:
    found, number = [], _FIRST_MOMENT
    with connection.cursor() as cursor:
        while number < documents:
            cursor.execute(_MOMENT, [number - 1])
            found.append((number, cursor.fetchone()[0].isoformat()))
            number *= 2
    return found

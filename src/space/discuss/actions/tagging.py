"""Tags by the words that somebody gave."""

from collections.abc import Iterable

from django.db import connection

from space.discuss.models import Tag
from space.discuss.tagging.wanted import tag_name

# Held until the transaction ends: nobody merges these tags away while they are put on a topic. Synonyms come first,
# as for who changes tags (actions/tags.py), so that nobody waits for each other.
_HELD = """
SELECT coalesce(stands_for_id, id) FROM discuss_tag WHERE name = ANY(%s)
ORDER BY stands_for_id IS NULL, name FOR KEY SHARE
"""


def tags_named(words: Iterable[str], *, at_most: int) -> list[Tag]:
    """Tags by their words, made where they are new; a synonym gives what it stands for.

    Whether somebody may make one, or use it, is asked by forms (tagging/wanted.py): importers always may.
    """
    wanted = list(dict.fromkeys(name for word in words if (name := tag_name(word))))[:at_most]
    if not wanted:
        return []
    Tag.objects.bulk_create([Tag(name=name) for name in sorted(wanted)], ignore_conflicts=True)
    with connection.cursor() as cursor:
        cursor.execute(_HELD, [wanted])
        meant = {pk for (pk,) in cursor.fetchall()}
    return list(Tag.objects.filter(pk__in=meant))

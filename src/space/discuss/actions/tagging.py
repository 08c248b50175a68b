"""Tags by the words that somebody gave."""

from collections.abc import Iterable

from django.db import connection

from space.accounts.models import User
from space.accounts.sayings import pass_at_once
from space.discuss.models import Tag
from space.discuss.tagging.known import known_tags
from space.discuss.tagging.wanted import tag_name

# Held until the transaction ends: nobody merges these tags away while they are put on a topic. Synonyms come first,
# as for who changes tags (actions/tags.py), so that nobody waits for each other.
_HELD = """
SELECT coalesce(stands_for_id, id) FROM discuss_tag WHERE name = ANY(%s)
ORDER BY stands_for_id IS NULL, name FOR KEY SHARE
"""


def passed_tags(words: Iterable[str], *, by: User, has: Iterable[str] = ()) -> list[str]:
    """Words for tags, as they can stand. New ones are read by others as soon as they are there, so they cannot wait."""
    known = {name for tag in known_tags.get() for name in (tag.name, *tag.synonyms)} | {*has}
    wanted = list(dict.fromkeys(name for word in words if (name := tag_name(word))))
    now = pass_at_once({name: name for name in wanted if name not in known}, "tag", by=by)
    return [now.get(name, name) for name in wanted]


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

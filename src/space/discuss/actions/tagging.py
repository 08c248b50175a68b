"""Tags by the words that somebody gave."""

from collections.abc import Iterable

from django.db import connection

from space.accounts.models import User
from space.accounts.sayings import pass_at_once
from space.discuss.models import Tag, Topic
from space.discuss.tagging.known import known_tags
from space.discuss.tagging.wanted import tag_name

# Held until the transaction ends: nobody merges these tags away while they are put on a topic. Synonyms come first,
# as for who changes tags (actions/tags.py), so that nobody waits for each other.
_HELD = """
SELECT coalesce(stands_for_id, id) FROM discuss_tag WHERE name = ANY(%s)
ORDER BY stands_for_id IS NULL, name FOR KEY SHARE
"""


def passed_tags(
    words: Iterable[str], *, by: User, has: Iterable[str] = (), of: Topic | None = None
) -> list[str]:
    """Words for tags, as they can stand. New ones are read by others as soon as they are there, so they cannot wait.

    A topic that is there (`of`) is where moderators find them; of a new one `words_of_tags` go with its text.
    """
    wanted = list(dict.fromkeys(name for word in words if (name := tag_name(word))))
    now = pass_at_once({name: name for name in _new_among(wanted, has)}, "tag", by=by, of=of)
    return [now.get(name, name) for name in wanted]


def words_of_tags(names: Iterable[str]) -> dict[str, str]:
    """New ones, as a gate reads them beside the text that opens their topic."""
    return {f"tag-{place}": name for place, name in enumerate(_new_among(names))}


def _new_among(names: Iterable[str], has: Iterable[str] = ()) -> list[str]:
    if not (names := [*names]):
        return []
    known = {name for tag in known_tags.get() for name in (tag.name, *tag.synonyms)} | {*has}
    return [name for name in names if name not in known]


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

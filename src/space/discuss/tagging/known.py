"""Tags that everybody may know of, with how many public topics carry each: kept in the process."""

from collections.abc import Mapping
from typing import NamedTuple

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, OuterRef

from space.accounts.readers import NOBODY
from space.discuss.models import Tag, Topic
from space.web.kept import Kept

# Bumped with every change of a tag itself.
TAGS = "tags"


class Known(NamedTuple):
    """`topics` counts what everybody may see, and so do pages of people who may see more."""

    name: str
    pk: int
    topics: int
    description: str
    group: int | None
    synonyms: tuple[str, ...]


def _known() -> tuple[Known, ...]:
    seen = Tag.objects.visible_to(NOBODY).filter(stands_for=None)
    also = Tag.objects.filter(stands_for=OuterRef("pk")).order_by("name").values("name")
    rows = seen.annotate(also=ArraySubquery(also)).order_by("name")
    columns = rows.values_list("pk", "name", "description", "group", "also")
    numbers = _counted()
    return tuple(
        Known(name, pk, numbers.get(pk, 0), description, group, tuple(also))
        for pk, name, description, group, also in columns
    )


def _counted() -> dict[int, int]:
    """In one pass over what topics carry: a subquery for each tag took a hundred times as long."""
    public = Topic.objects.visible_to(NOBODY).in_lists().filter(tags__isnull=False)
    return dict(public.values_list("tags").annotate(n=Count("pk")).order_by())


def _synonyms() -> Mapping[str, str]:
    public = Tag.objects.visible_to(NOBODY).exclude(stands_for=None)
    return dict(public.values_list("name", "stands_for__name"))


# Counted again when the lists by score are made, every ten minutes, and when tags change.
known_tags: Kept[tuple[Known, ...]] = Kept("scores", _known)
_stand_for: Kept[Mapping[str, str]] = Kept(TAGS, _synonyms)


def meant(names: tuple[str, ...]) -> tuple[str, ...]:
    """The names of tags as they are today: old addresses name synonyms."""
    if not names:
        return names
    known = _stand_for.get()
    return tuple(dict.fromkeys(known.get(name, name) for name in names))

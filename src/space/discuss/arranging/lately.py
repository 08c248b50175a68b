"""What was done lately to all categories, or to all tags: the log as their lists show it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from django.db.models import Model
from django.urls import reverse

from space.accounts.readers import Reader
from space.discuss.arranging.history import Told, tell
from space.discuss.models import Audience, Category, Tag, TagGroup
from space.moderation.models import LogEntry

_SHOWN = 10
# So many are looked through for those that a reader may know of.
_LOOKED_AT = 200
# What a thing is called, and the page on which it is changed.
Called = Mapping[int, tuple[str, str]]


def of_rooms(reader: Reader) -> list[Told]:
    """Of the categories that this reader may know of, and of those that are gone and were no secret."""

    def called(pks: Iterable[int]) -> Called:
        seen = Category.objects.visible_to(reader).filter(pk__in=pks)
        return _at("discuss:arrange_room", seen.values_list("pk", "name"))

    return _lately({Category: called}, gone={"category-deleted"})


def of_tags(reader: Reader) -> list[Told]:
    """Of tags and of their groups. A tag that is deleted was known to everybody: it was on no topic."""

    def tags(pks: Iterable[int]) -> Called:
        seen = Tag.objects.visible_to(reader).filter(pk__in=pks)
        return _at("discuss:arrange_tag", ((pk, f"#{name}") for pk, name in seen.values_list("pk", "name")))

    def groups(pks: Iterable[int]) -> Called:
        return _at("discuss:arrange_tag_group", TagGroup.objects.filter(pk__in=pks).values_list("pk", "name"))

    return _lately({Tag: tags, TagGroup: groups}, gone={"tag-deleted", "tag-group-deleted"})


def _lately(kinds: Mapping[type[Model], Callable[[set[int]], Called]], *, gone: set[str]) -> list[Told]:
    labels = {kind._meta.label_lower: called for kind, called in kinds.items()}
    newest = LogEntry.objects.filter(thing_kind__in=labels).select_related("by", "reason").order_by("-pk")
    entries = list(newest[:_LOOKED_AT])
    names = {
        label: called({entry.thing_id for entry in entries if entry.thing_kind == label})
        for label, called in labels.items()
    }
    shown = [
        entry
        for entry in entries
        if entry.thing_id in names[entry.thing_kind] or (entry.what in gone and _was_no_secret(entry.codes))
    ][:_SHOWN]
    found = (names[entry.thing_kind].get(entry.thing_id, ("", "")) for entry in shown)
    return [replace(told, thing=name, url=url) for told, (name, url) in zip(tell(shown), found, strict=True)]


def _was_no_secret(codes: dict[str, Any]) -> bool:
    return codes.get("audience", Audience.PUBLIC) in (Audience.PUBLIC, Audience.MEMBERS)


def _at(address: str, rows: Iterable[tuple[int, str]]) -> Called:
    return {pk: (name, reverse(address, args=[pk])) for pk, name in rows}

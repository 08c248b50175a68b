"""Groups of tags."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import pgettext_lazy

from space.accounts.models import User
from space.discuss.actions.turns import one_after_the_other
from space.discuss.models import TagGroup
from space.discuss.tagging.known import TAGS
from space.moderation.actions import record
from space.web import versions

_TURN = "tag groups"
_TEXTS = {"name", "description"}


@transaction.atomic
def make_tag_group(name: str, *, by: User, **fields: Any) -> TagGroup:
    """A new one, at the end."""
    one_after_the_other(_TURN)
    if TagGroup.objects.filter(name=name).exists():
        raise ValidationError(
            {"name": pgettext_lazy("tag group", "There is a group of this name. Choose another.")}
        )
    group = TagGroup(name=name, position=TagGroup.objects.count(), **fields)
    group.full_clean()
    group.save()
    _number([*TagGroup.objects.exclude(pk=group.pk), group])
    record(by, "tag-group-made", group, group.name)
    versions.bump(TAGS, versions.EVERYTHING)
    return group


@transaction.atomic
def change_tag_group(group: TagGroup, *, by: User, **fields: Any) -> TagGroup:
    """What is not named stays. What holds already changes nothing."""
    one_after_the_other(_TURN)
    group = TagGroup.objects.get(pk=group.pk)
    before = {name: getattr(group, name) for name, value in fields.items() if getattr(group, name) != value}
    for name in before:
        setattr(group, name, fields[name])
    group.full_clean()
    group.save()
    for name, old in before.items():
        _record(group, by, name, old)
    if before:
        versions.bump(TAGS, versions.EVERYTHING)
    return group


@transaction.atomic
def place_tag_group(group: TagGroup, *, by: User, beside: TagGroup, after: bool = False) -> None:
    """Let it stand right before another, or right after."""
    one_after_the_other(_TURN)
    before = list(TagGroup.objects.all())
    others = [one for one in before if one.pk != group.pk]
    at = next((at for at, one in enumerate(others) if one.pk == beside.pk), None)
    if at is None or group not in before:
        return
    wanted = [*others[: at + after], group, *others[at + after :]]
    if wanted != before:
        _number(wanted)
        record(by, "tag-group-placed", group, beside=beside.pk, after=int(after))
        versions.bump(TAGS, versions.EVERYTHING)


@transaction.atomic
def delete_tag_group(group: TagGroup, *, by: User) -> None:
    """Its tags stay, in no group."""
    one_after_the_other(_TURN)
    found = TagGroup.objects.filter(pk=group.pk).first()
    if found:
        record(by, "tag-group-deleted", found, found.name)
        found.delete()
        versions.bump(TAGS, versions.EVERYTHING)


def _record(group: TagGroup, by: User, name: str, old: Any) -> None:
    new = getattr(group, name)
    if name in _TEXTS:
        lines = (f"{sign} {text}" for sign, text in (("−", old), ("+", new)) if text)
        record(by, "tag-group-changed", group, "\n".join(lines), field=name)
    else:
        record(by, "tag-group-changed", group, field=name, old=int(old), new=int(new))


def _number(groups: list[TagGroup]) -> None:
    for position, group in enumerate(groups):
        TagGroup.objects.filter(pk=group.pk).exclude(position=position).update(position=position)

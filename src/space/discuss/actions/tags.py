"""Tags are made, renamed, merged, described and taken away: one statement each, however many topics carry them."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.db.models import Q
from django.utils.translation import pgettext_lazy

from space.accounts.models import User
from space.discuss.actions.indexing import index_tags
from space.discuss.models import Following, Tag, TagGroup
from space.discuss.tagging.known import TAGS
from space.discuss.tagging.wanted import tag_name
from space.moderation.actions import record
from space.search.indexing import forget, swap_tag
from space.web import versions

_MOVE = """
WITH gone AS (DELETE FROM discuss_topic_tags WHERE tag_id = %(tag)s RETURNING topic_id)
INSERT INTO discuss_topic_tags (topic_id, tag_id) SELECT topic_id, %(into)s FROM gone ON CONFLICT DO NOTHING
"""


@transaction.atomic
def make_tag(name: str, *, by: User, description: str = "", group: TagGroup | None = None) -> Tag:
    """Introduce a tag, so that everybody may use it. One that is there is introduced, described and grouped."""
    tag, is_new = Tag.objects.get_or_create(name=_clean(name))
    tag = _held(tag)
    if tag.stands_for_id:
        raise _taken()
    if is_new or not tag.introduced:
        tag.introduced = True
        tag.save(update_fields=["introduced"])
        record(by, "tag-made", tag, tag.name)
    _describe(tag, by, description or tag.description, group or tag.group)
    _tell(tag)
    return tag


@transaction.atomic
def describe_tag(tag: Tag, *, by: User, **said: Any) -> Tag:
    """Its description, its group, or both; what is not named stays."""
    tag = _held(tag)
    if _describe(tag, by, said.get("description", tag.description), said.get("group", tag.group)):
        _tell(tag)
    return tag


@transaction.atomic
def rename_tag(tag: Tag, name: str, *, by: User) -> Tag:
    """Topics keep the tag; what it was called becomes a synonym, so that old addresses lead to it."""
    tag, name = _held(tag), _clean(name)
    before = tag.name
    if name == before:
        return tag
    there = Tag.objects.filter(name=name).first()
    if there and there.stands_for_id != tag.pk:
        raise _taken()
    if there:
        there.delete()
    tag.name = name
    tag.save(update_fields=["name"])
    Tag.objects.create(name=before, stands_for=tag)
    record(by, "tag-renamed", tag, f"− {before}\n+ {name}")
    _tell(tag)
    return tag


@transaction.atomic
def merge_tag(tag: Tag, into: Tag, *, by: User) -> Tag:
    """Topics that carry the one carry the other; the one becomes a synonym, with all that stood for it."""
    if tag.pk == into.pk:
        raise ValidationError(pgettext_lazy("tag", "A tag cannot be merged into itself."), code="itself")
    _hold(tag, into)
    tag, into = Tag.objects.get(pk=tag.pk), Tag.objects.get(pk=into.pk)
    if tag.stands_for_id == into.pk:
        return into
    if tag.stands_for_id or into.stands_for_id:
        raise _changed()
    with connection.cursor() as cursor:
        cursor.execute(_MOVE, {"tag": tag.pk, "into": into.pk})
    _follow(tag, into)
    swap_tag(tag.pk, into.pk)
    Tag.objects.filter(Q(stands_for=tag) | Q(pk=tag.pk)).update(stands_for=into, group=None, description="")
    if tag.introduced and not into.introduced:
        Tag.objects.filter(pk=into.pk).update(introduced=True)
    record(by, "tag-merged", into, tag.name, tag=tag.pk)
    _tell(tag, into)
    return Tag.objects.get(pk=into.pk)


@transaction.atomic
def add_synonym(tag: Tag, word: str, *, by: User) -> Tag:
    """Another word for it: who types that gets this tag."""
    tag, name = _held(tag), _clean(word)
    synonym, is_new = Tag.objects.get_or_create(name=name, defaults={"stands_for": tag})
    if synonym.stands_for_id != tag.pk:
        raise _taken()
    if is_new:
        record(by, "synonym-made", tag, name)
        _tell(tag)
    return tag


@transaction.atomic
def drop_synonym(synonym: Tag, *, by: User) -> None:
    """The word means nothing any more, until somebody makes a tag of it."""
    there = Tag.objects.select_for_update(of=("self",)).filter(pk=synonym.pk).exclude(stands_for=None).first()
    if there and there.stands_for:
        record(by, "synonym-dropped", there.stands_for, there.name)
        there.delete()
        _tell(there.stands_for)


@transaction.atomic
def delete_tag(tag: Tag, *, by: User) -> None:
    """Take a tag away that no topic carries, with its synonyms. What topics carry can be merged into another."""
    _hold(tag)
    found = Tag.objects.filter(pk=tag.pk).first()
    if found is None:
        return
    if found.topics.for_actions().exists():
        raise ValidationError(
            pgettext_lazy("tag", "Topics carry this tag, so it stays. You can merge it into another."),
            code="in_use",
        )
    record(by, "tag-deleted", found, found.name)
    forget("tag", [found.pk])
    found.delete()
    _tell()


def _describe(tag: Tag, by: User, description: str, group: TagGroup | None) -> bool:
    before = tag.description, tag.group
    tag.description, tag.group = description, group
    tag.full_clean(exclude={"name"})
    tag.save(update_fields=["description", "group"])
    if before[0] != description:
        lines = (f"{sign} {text}" for sign, text in (("−", before[0]), ("+", description)) if text)
        record(by, "tag-changed", tag, "\n".join(lines), field="description")
    if before[1] != group:
        lines = (f"{sign} {one.name}" for sign, one in (("−", before[1]), ("+", group)) if one)
        record(by, "tag-changed", tag, "\n".join(lines), field="group")
    return before != (description, group)


def _follow(tag: Tag, into: Tag) -> None:
    """Who muted the one mutes the other, unless they have said something of that already."""
    mine = Following.objects.filter(tag=tag)
    mine.exclude(person__in=Following.objects.filter(tag=into).values("person")).update(tag=into)
    mine.delete()


def _hold(*tags: Tag) -> None:
    """For us alone until the transaction ends. Synonyms come first, as for who puts tags on topics (tagging.py)."""
    named = [tag.pk for tag in tags]
    locked = Tag.objects.select_for_update(of=("self",)).order_by("name")
    list(locked.filter(stands_for__in=named))
    list(locked.filter(pk__in=named))


def _held(tag: Tag) -> Tag:
    _hold(tag)
    found = Tag.objects.select_related("group").filter(pk=tag.pk).first()
    if found is None:
        raise _changed()
    return found


def _clean(name: str) -> str:
    clean = tag_name(name)
    if not clean:
        raise ValidationError(
            pgettext_lazy("tag", "Write a word. Signs such as / ? # have a meaning in addresses."),
            code="empty",
        )
    return clean


def _taken() -> ValidationError:
    return ValidationError(
        pgettext_lazy(
            "tag", "This word is a tag, or means one. Merge the two if they should be one, or choose another."
        ),
        code="taken",
    )


def _changed() -> ValidationError:
    return ValidationError(
        pgettext_lazy("tag", "Somebody has just changed these tags. Look at them again."), code="changed"
    )


def _tell(*tags: Tag) -> None:
    """Rows and heads of topics show tags; they know of the topic's version only."""
    index_tags(tag.pk for tag in tags)
    versions.bump(TAGS, versions.EVERYTHING)

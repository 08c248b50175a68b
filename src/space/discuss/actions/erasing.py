"""What somebody left in Discuss beside their words goes, in bounded pieces that may be repeated."""

from typing import Any

from django.db.models import Q, QuerySet

from space.accounts.models import User
from space.accounts.personal import Way
from space.discuss.actions.rendering import render_these
from space.discuss.actions.responding import take_back_reaction
from space.discuss.actions.voting import forget_voter
from space.discuss.models import (
    Block,
    Bookmark,
    Dismissal,
    Draft,
    Following,
    LastPost,
    ListTaste,
    Mention,
    Moderator,
    Participant,
    Reaction,
    ReadMark,
    Response,
    Visit,
)
from space.web import versions

# Rows that nobody else looks at go by the thousand; those that change a page go by the few.
_MANY, _FEW = 5_000, 50


def drafts(person: User, way: Way) -> bool:
    Draft.objects.for_actions().filter(person=person).delete()
    return False


def reactions(person: User, way: Way) -> bool:
    found = list(Reaction.objects.filter(person=person).select_related("post").order_by("post", "pk")[:_FEW])
    for one in found:
        take_back_reaction(one.post, by=person, kind=Response(one.kind))
    return bool(found)


def bookmarks(person: User, way: Way) -> bool:
    return _forget(Bookmark.objects.filter(person=person))


def votes(person: User, way: Way) -> bool:
    forget_voter(person)
    return False


def follows(person: User, way: Way) -> bool:
    return _forget(Following.objects.filter(Q(person=person) | Q(other=person)))


def reading(person: User, way: Way) -> bool:
    for model in (Visit, ListTaste, Dismissal):
        model.objects.filter(person=person).delete()
    return _forget(ReadMark.objects.filter(person=person))


def mentions(person: User, way: Way) -> bool:
    """What others typed stays as they typed it, and leads nowhere."""
    found = dict(Mention.objects.filter(person=person).order_by("post").values_list("post", "pk")[:_FEW])
    render_these(found)
    Mention.objects.filter(pk__in=found.values()).delete()
    return bool(found)


def private(person: User, way: Way) -> bool:
    Participant.objects.filter(person=person).delete()
    return False


def blocks(person: User, way: Way) -> bool:
    return _forget(Block.objects.filter(Q(person=person) | Q(other=person)))


def offices(person: User, way: Way) -> bool:
    if Moderator.objects.filter(person=person).delete()[0]:
        versions.bump(versions.EVERYTHING)
    return False


def last_post(person: User, way: Way) -> bool:
    LastPost.objects.filter(person=person).delete()
    return False


def _forget(rows: "QuerySet[Any, Any]") -> bool:
    """Some of these; whether there may be more."""
    some = list(rows.values_list("pk", flat=True)[:_MANY])
    rows.filter(pk__in=some).delete()
    return len(some) == _MANY

"""Who knows whom: the messages of strangers wait quietly until somebody has accepted them."""

from collections.abc import Iterable

from django.db.models import Exists, F, OuterRef

from space.accounts.models import User
from space.discuss.models import Following, Level, Participant, Post
from space.groups.models import Membership


def strangers_to(by: User, people: Iterable[int]) -> set[int]:
    """Of these, those who share no group with this person, never spoke with them, and do not follow them."""
    asked = set(people)
    return asked - _share_a_group(by, asked) - _have_spoken(by, asked) - _follow(by, asked)


def _share_a_group(by: User, asked: set[int]) -> set[int]:
    mine = Membership.objects.filter(person=by).values("group")
    return set(
        Membership.objects.filter(person__in=asked, group__in=mine).values_list("person_id", flat=True)
    )


def _have_spoken(by: User, asked: set[int]) -> set[int]:
    """One answered the other, or they are in a private conversation that both have accepted."""
    posts = Post.objects.for_actions().filter(hidden_at=None)
    to_them = posts.filter(author=by, reply_to__author__in=asked).values_list(
        F("reply_to__author"), flat=True
    )
    to_me = posts.filter(author__in=asked, reply_to__author=by).values_list(F("author"), flat=True)
    mine = Participant.objects.filter(topic=OuterRef("topic"), person=by, waits=False)
    together = Participant.objects.filter(Exists(mine), person__in=asked, waits=False)
    return {*to_me, *together.values_list("person_id", flat=True)} | _both(to_them, to_me)


def _both(to_them: Iterable[int], to_me: Iterable[int]) -> set[int]:
    """Who answered somebody is no acquaintance of theirs by that alone."""
    return set(to_them) & set(to_me)


def _follow(by: User, asked: set[int]) -> set[int]:
    found = Following.objects.filter(person__in=asked, other=by, level__gt=Level.NORMAL)
    return set(found.values_list("person_id", flat=True))

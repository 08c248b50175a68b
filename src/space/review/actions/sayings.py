"""Words that are no post: kept until somebody decides, put where they were meant for, taken away again."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from space.accounts.models import User
from space.accounts.sayings import Saying
from space.groups.models import Group
from space.kit import clock
from space.review import sayings
from space.review.models import Case, WatchedSaying
from space.review.things import SAYING


def saying_of(case: Case) -> WatchedSaying | None:
    if case.thing_kind != SAYING:
        return None
    return WatchedSaying.objects.select_related("by").filter(pk=case.thing_id).first()


def can_be_hidden(case: Case) -> bool:
    """Of words that are no post, those that stand somewhere, or wait for it."""
    saying = saying_of(case)
    return saying is None or (sayings.can_be_put(saying) and (saying.where != "event-word" or case.is_held))


def place_of(saying: Saying) -> dict[str, Any]:
    """Where its words stand, or are to stand, as a WatchedSaying says it."""
    return {
        "of_kind": saying.of._meta.label_lower,
        "of_id": saying.of.pk,
        "where": saying.where if saying.where in sayings.WHERE else sayings.ELSEWHERE,
        "part": saying.part,
    }


def keep(saying: Saying, words: Mapping[str, str], *, stands: bool) -> WatchedSaying:
    """As somebody wrote them. Where others of theirs wait for the same place, these come instead."""
    place = place_of(saying)
    kept = None if stands else _waiting(saying.by, place)
    kept = kept or WatchedSaying(by=saying.by, **place)
    before = {name: saying.meanwhile.get(name, "") for name in words}
    kept.words, kept.meanwhile = kept.words | dict(words), kept.meanwhile | before
    kept.stands, kept.language, kept.at = stands, saying.language, clock.now()
    kept.save()
    return kept


def _waiting(by: User, place: Mapping[str, Any]) -> WatchedSaying | None:
    waiting = Case.objects.for_actions().filter(thing_kind=SAYING, author=by, is_held=True, decided_at=None)
    return WatchedSaying.objects.filter(pk__in=waiting.values("thing_id"), **place).first()


def let_stand(saying: WatchedSaying) -> None:
    """Not over other words that somebody wrote there since."""
    if not saying.stands:
        _turn(saying, saying.meanwhile, saying.words)


def take_away(saying: WatchedSaying) -> None:
    """What stood there before stands there again, unless somebody wrote something else since."""
    if saying.stands:
        _turn(saying, saying.words, saying.meanwhile)


def _turn(saying: WatchedSaying, those: Mapping[str, str], into: Mapping[str, str]) -> None:
    names = sayings.those_that_are(saying, those)
    if names:
        sayings.put(saying, {name: into[name] for name in names})
        saying.stands = not saying.stands
        saying.save(update_fields=["stands"])


@transaction.atomic
def forget_of_group(group: Group) -> bool:
    """It is gone, and so is what it wanted to say of itself."""
    theirs = WatchedSaying.objects.filter(of_kind=group._meta.label_lower, of_id=group.pk)
    Case.objects.for_actions().filter(thing_kind=SAYING, thing_id__in=theirs.values("pk")).delete()
    theirs.delete()
    return False

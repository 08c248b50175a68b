"""Votes and the numbers they make. Nothing here says in a log, or in any page, who voted what."""

from collections import Counter
from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.utils.translation import npgettext, pgettext

from space.accounts.models import User
from space.discuss.actions.polling import lock_poll, refuse_if_closed, refused
from space.discuss.allowances import Allowances
from space.discuss.models import Ballot, Choice, Option, Poll, Way
from space.discuss.permissions import POLL_CHANGED
from space.kit import clock
from space.web import versions


@transaction.atomic
def vote(poll: Poll, *, by: User, options: Sequence[int]) -> Poll:
    """Cast or change one's vote: ids of options, the preferred one first. The same vote again changes nothing."""
    _, poll = lock_poll(poll)
    refuse_if_closed(poll)
    _check(poll, options)
    before = _ballot(poll, by)
    if before == _as_kept(poll, options):
        return poll
    Allowances(by).take_vote()
    ballot, _ = Ballot.objects.get_or_create(
        poll=poll, person=by, defaults={"at": poll.made_at if poll.secret else clock.now()}
    )
    ballot.choices.all().delete()
    Choice.objects.bulk_create(
        Choice(ballot=ballot, option_id=option, rank=rank) for option, rank in _as_kept(poll, options).items()
    )
    return _count(poll, before, _as_kept(poll, options))


@transaction.atomic
def take_back(poll: Poll, *, by: User) -> Poll:
    """As if one had not voted. Without a vote it changes nothing."""
    _, poll = lock_poll(poll)
    refuse_if_closed(poll)
    before = _ballot(poll, by)
    if not before:
        return poll
    Allowances(by).take_vote()
    Ballot.objects.filter(poll=poll, person=by).delete()
    return _count(poll, before, {})


@transaction.atomic
def forget_voter(person: User) -> None:
    """Their votes count as before, and are nobody's."""
    mine = Ballot.objects.filter(person=person)
    Poll.objects.for_actions().filter(ballots__in=mine).update(version=F("version") + 1)
    mine.update(person=None)


def _check(poll: Poll, options: Sequence[int]) -> None:
    if not options:
        raise ValidationError(pgettext("poll", "Choose something first."), code="nothing")
    if len(set(options)) < len(options):
        raise ValidationError(pgettext("poll", "An option can be chosen once only."), code="twice")
    if not set(options) <= set(poll.options.values_list("pk", flat=True)):
        raise refused(POLL_CHANGED, "changed")
    most = _most(poll, len(options))
    if len(options) > most:
        raise ValidationError(
            npgettext(
                "poll", "You can choose %(n)d option here.", "You can choose %(n)d options at most.", most
            ),
            code="too_many",
            params={"n": most},
        )


def _most(poll: Poll, wanted: int) -> int:
    if poll.way == Way.SINGLE:
        return 1
    return (poll.at_most if poll.way == Way.SEVERAL else None) or wanted


def _as_kept(poll: Poll, options: Sequence[int]) -> dict[int, int]:
    """Options with their ranks; where no order was asked for, all are first."""
    if poll.way == Way.RANKED:
        return {option: rank for rank, option in enumerate(options, start=1)}
    return dict.fromkeys(options, 1)


def _ballot(poll: Poll, person: User) -> dict[int, int]:
    mine = Choice.objects.filter(ballot__poll=poll, ballot__person=person)
    return dict(mine.values_list("option", "rank"))


def _count(poll: Poll, before: dict[int, int], now: dict[int, int]) -> Poll:
    """The numbers that follow from one ballot that changed. A vote for an option is one that puts it first."""
    steps = Counter(_firsts(now))
    steps.subtract(_firsts(before))
    poll.voters += bool(now) - bool(before)
    poll.version += 1
    poll.save(update_fields=["voters", "version"])
    for option, step in steps.items():
        if step:
            Option.objects.filter(pk=option).update(votes=F("votes") + step)
    # Rows of lists show nothing of it, so the topic's version stays.
    versions.bump(f"topic:{poll.post.topic_id}")
    return poll


def _firsts(ballot: dict[int, int]) -> list[int]:
    return [option for option, rank in ballot.items() if rank == 1]

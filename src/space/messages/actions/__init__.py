"""The only writers of messages. They hold the transaction, and may be repeated."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import pgettext

from space.accounts.models import Trust, User
from space.accounts.terms import terms_of
from space.discuss.actions import follow, write_reply
from space.discuss.actions.counting import touch
from space.discuss.actions.drafts import forget_sent_draft
from space.discuss.actions.finding import lock_topic, made_before
from space.discuss.actions.writing import open_message
from space.discuss.allowances import FACTOR, Allowances, gap
from space.discuss.models import Audience, Block, Level, Participant, Post, Topic
from space.discuss.numbers import TOPIC_GAP_SECONDS
from space.discuss.text import compose
from space.groups.models import Group, Membership
from space.limits.actions import Limit, take
from space.messages.actions.acquainted import strangers_to
from space.messages.drafts import TO_BEGIN
from space.messages.numbers import MESSAGES_A_DAY, RECIPIENTS_AT_MOST
from space.notifications.actions import read_in_topic

_DAY = timedelta(days=1)
_EVERYTHING = 2**31 - 1


@transaction.atomic
def begin_message(
    *,
    by: User,
    title: str,
    text: str,
    people: Sequence[User] = (),
    groups: Sequence[Group] = (),
    language: str = "",
    key: UUID | None = None,
    draft: int = 0,
    is_staff: bool = False,
) -> Topic:
    """Write to people and groups. The same `key` from the same person gives the conversation that it made before.

    What staff write reaches everybody, and does not wait.
    """
    User.objects.select_for_update(no_key=True).only("pk").get(pk=by.pk)
    if key and (pk := made_before(by, key)):
        return Post.objects.for_actions().select_related("topic").get(pk=pk).topic
    members = _members(by, people, groups)
    if not is_staff:
        _refuse_blocked(by, [one.pk for one in people])
        members = _without_blocking(by, members)
    _take(by)
    composed = compose(text, by=by, language=language, otherwise=language)
    Allowances(by).check(composed.rendered)
    forget_sent_draft(TO_BEGIN.key, by=by, version=draft, form=key)
    waiting = set() if is_staff else strangers_to(by, [one.pk for one in people])
    rows = [Participant(person=by)]
    rows += [Participant(person=one, waits=one.pk in waiting) for one in people]
    rows += [Participant(person_id=pk, group_id=group) for pk, group in members.items()]
    return open_message(by=by, title=title, text=composed, people=rows, key=key)


@transaction.atomic
def add_people(
    topic: Topic, *, by: User, text: str, people: Sequence[User] = (), groups: Sequence[Group] = ()
) -> Post:
    """More people read what is said from now on, beginning with these words."""
    since = lock_topic(topic.pk).highest_number + 1
    there = set(_of(topic).values_list("person_id", flat=True))
    new = [one for one in people if one.pk not in there]
    members = {pk: group for pk, group in _members(by, people, groups).items() if pk not in there}
    if not new and not members:
        raise ValidationError(pgettext("message", "They are in this conversation already."), code="there")
    if not groups and len(there) + len(new) > RECIPIENTS_AT_MOST() + 1:
        raise ValidationError(pgettext("message", "So many people are not added any more."), code="too_many")
    _refuse_blocked(by, [one.pk for one in new])
    members = _without_blocking(by, members)
    waiting = strangers_to(by, [one.pk for one in new])
    rows = [Participant(topic=topic, person=one, since=since, waits=one.pk in waiting) for one in new]
    rows += [
        Participant(topic=topic, person_id=pk, group_id=group, since=since) for pk, group in members.items()
    ]
    Participant.objects.bulk_create(rows)
    touch(topic)
    return write_reply(topic, by=by, text=text)


@transaction.atomic
def leave(topic: Topic, *, by: User) -> None:
    """Read it no more. What one wrote stays with the others; when nobody is left, nobody reads it."""
    if _of(lock_topic(topic.pk)).filter(person=by).delete()[0]:
        read_in_topic(by, topic.pk, first=1, last=_EVERYTHING)
        touch(topic)


def put_away(topic: Topic, *, by: User, away: bool = True) -> None:
    """Into one's archive, until somebody writes again; or back."""
    _of(topic).filter(person=by).update(archived=away)


def accept(topic: Topic, *, by: User) -> None:
    """Take a conversation that a stranger began: from now on one is told of it."""
    _of(topic).filter(person=by).update(waits=False)


@transaction.atomic
def show_before(topic: Topic, newcomer: int, *, by: User) -> bool:
    """Agree that somebody who was added sees what was said before. Says whether all have, so that it is open now."""
    rows = {one.person_id: one for one in _of(lock_topic(topic.pk))}
    new, mine = rows.get(newcomer), rows.get(by.pk)
    if new is None or mine is None or mine.since >= new.since:
        return False
    new.agreed = sorted({*new.agreed, by.pk})
    before = [one for one in rows.values() if one.since < new.since]
    is_open = {one.person_id for one in before} <= set(new.agreed)
    if is_open:
        new.since, new.agreed = min(one.since for one in before), []
        touch(topic)
    new.save(update_fields=["since", "agreed"])
    return is_open


@transaction.atomic
def block(person: User, *, by: User) -> None:
    """Take no messages from somebody, and hear nothing of what they do. Conversations of these two are put away."""
    Block.objects.get_or_create(person=by, other=person)
    follow(person, by=by, level=Level.MUTED)
    others = Participant.objects.filter(topic=OuterRef("topic")).exclude(Q(person=by) | Q(person=person))
    theirs = Participant.objects.filter(topic=OuterRef("topic"), person=person)
    mine = Participant.objects.filter(Exists(theirs), ~Exists(others), person=by)
    mine.update(archived=True)


@transaction.atomic
def unblock(person: User, *, by: User) -> None:
    if Block.objects.filter(person=by, other=person).delete()[0]:
        follow(person, by=by, level=Level.NORMAL)


def _of(topic: Topic) -> QuerySet[Participant]:
    return Participant.objects.filter(topic=topic.pk, topic__audience=Audience.PEOPLE)


def _members(by: User, people: Sequence[User], groups: Sequence[Group]) -> dict[int, int]:
    """Those who belong to these groups now, each by one of them; without who is named anyway."""
    named = {by.pk, *(one.pk for one in people)}
    found = Membership.objects.filter(group__in=groups, person__is_active=True).order_by("-group")
    return dict(found.exclude(person__in=named).values_list("person_id", "group_id"))


def _refuse_blocked(by: User, people: Sequence[int]) -> None:
    found = Block.objects.filter(person__in=people, other=by).select_related("person").order_by("person")
    if names := [one.person.name for one in found]:
        told = pgettext("message", "%(name)s takes no messages at the moment.")
        raise ValidationError([ValidationError(told % {"name": name}, code="blocked") for name in names])


def _without_blocking(by: User, members: dict[int, int]) -> dict[int, int]:
    """Members of a group who take no messages of this person are left out, and nobody is told so."""
    blocking = set(Block.objects.filter(person__in=members, other=by).values_list("person_id", flat=True))
    return {pk: group for pk, group in members.items() if pk not in blocking}


def _take(by: User) -> None:
    terms = terms_of(by)
    factor = FACTOR.get(Trust(terms.trust), 1.0)
    take(f"person:{by.pk}", terms.of(gap("message-gap", TOPIC_GAP_SECONDS())))
    take(f"person:{by.pk}", terms.of(Limit("messages", MESSAGES_A_DAY(), _DAY).times(factor)))

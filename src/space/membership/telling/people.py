"""Whom something that happened to a group concerns: a job asks here."""

from collections.abc import Iterable

from space.groups.actions import office
from space.groups.circles import Circle
from space.groups.models import Group, Membership, Office, Role
from space.membership.models import Did, GroupDeed, Outcome, Proposal
from space.membership.telling.words import GROUP
from space.moderation.telling import batch_of
from space.notifications.causes import NOTHING, Batch, News, To
from space.notifications.messages import SYSTEM, message

# The person whom it is about; who leads the group; who owns it; everybody in it.
_PERSON = frozenset({Did.LET_IN, Did.DECLINED, Did.INVITED, Did.REMOVED, Did.ROLE, Did.APPOINTED})
_LEADERS = frozenset({Did.ASKED})
_OWNERS = frozenset({Did.VISITED, Did.IDLE, Did.WAITING, Did.DELETED, Did.KEPT, Did.MOVED_OUT})
_MEMBERS = frozenset({Did.CLOSED, Did.REOPENED, Did.COPIED_OUT, Did.EXPORTED})


def of_deed(pk: int, *, after: int, limit: int) -> Batch:
    """Never who did it themselves. Nothing of the rest: joining and leaving are read in the history."""
    deed = GroupDeed.objects.select_related("group").filter(pk=pk).first()
    if deed is None:
        return NOTHING
    people = dict.fromkeys(_people(deed), deed.did)
    people.pop(deed.by_id, None)
    news = News(at=deed.at, circle=Circle.MEMBERS, actor=deed.by_id, thing=pk, once=f"group-deed {pk}")
    return batch_of(news, people, after, limit, kind=GROUP)


def _people(deed: GroupDeed) -> Iterable[int]:
    did = Did(deed.did)
    if did in _PERSON:
        return [deed.person_id] if deed.person_id else []
    if did in _LEADERS:
        return _of(deed.group, Role.OWNER, Role.MODERATOR)
    if did in _OWNERS:
        return _of(deed.group, Role.OWNER)
    return _of(deed.group, *Role) if did in _MEMBERS else []


def _of(group: Group, *roles: Role) -> Iterable[int]:
    return Membership.objects.filter(group=group, role__in=roles).values_list("person_id", flat=True)


def of_proposal(pk: int, *, after: int, limit: int) -> Batch:
    """Those who decide, but for who asks."""
    proposal = Proposal.objects.filter(pk=pk, outcome=Outcome.WAITS).first()
    if proposal is None:
        return NOTHING
    staff = Membership.objects.filter(group__in=[office(Office.MODERATORS), office(Office.ADMINISTRATORS)])
    people = dict.fromkeys(staff.exclude(person=proposal.by_id).values_list("person_id", flat=True), "")
    news = News(
        at=proposal.at, circle=Circle.MEMBERS, actor=proposal.by_id, thing=pk, once=f"group-proposal {pk}"
    )
    batch = batch_of(news, people, after, limit, kind=SYSTEM)
    to = [To(one.person, (SYSTEM,), because="group-proposal", because_of=pk) for one in batch.to]
    return Batch(news, to, batch.last)


def of_decision(pk: int, *, after: int, limit: int) -> Batch:
    """Who asked for the group."""
    proposal = Proposal.objects.filter(pk=pk).exclude(outcome=Outcome.WAITS).first()
    if proposal is None or proposal.decided_by_id is None or proposal.decided_at is None or after:
        return NOTHING
    return message(
        "group-decided",
        proposal.by_id,
        of=pk,
        by=proposal.decided_by_id,
        at=proposal.decided_at,
        once=f"group-decided {pk}",
    )

"""Whom decisions and appeals concern: a job asks here."""

from collections.abc import Iterable

from django.db.models import Q

from space.accounts.models import Nature
from space.discuss.models import Moderator
from space.groups.circles import Circle
from space.groups.models import Membership, Office
from space.moderation.models import LogEntry
from space.moderation.telling import batch_of
from space.notifications.causes import NOTHING, Batch, News, To
from space.notifications.messages import SYSTEM, message
from space.review.models import Appeal, Case, Decision, Outcome


def of_decision(pk: int, *, after: int, limit: int) -> Batch:
    """Its author, also while suspended; and everybody who flagged."""
    decision = Decision.objects.select_related("case__author").filter(pk=pk).first()
    if decision is None or after:
        return NOTHING
    case = decision.case
    flaggers = case.flags.filter(by__isnull=False, withdrawn_at=None).values_list("by", flat=True)
    told = dict.fromkeys(flaggers, "flag-decided")
    if decision.is_told and case.author.nature == Nature.PERSON:
        told[case.author_id] = "decision"
    news = News(at=decision.at, circle=Circle.MEMBERS, actor=decision.by_id, thing=pk, once=f"decision {pk}")
    return Batch(news, [_to(person, because, pk) for person, because in sorted(told.items())])


def of_hidden_case(pk: int, *, after: int, limit: int) -> Batch:
    """Its author: its flags have hidden it."""
    case = Case.objects.for_actions().select_related("author").filter(pk=pk, decided_at=None).first()
    if case is None or case.hidden_at is None or case.author.nature != Nature.PERSON or after:
        return NOTHING
    news = News(at=case.hidden_at, circle=Circle.MEMBERS, actor=0, thing=pk, once=f"case-hid {pk}")
    return Batch(news, [_to(case.author_id, "case-hid", pk)])


def of_terms(pk: int, *, after: int, limit: int) -> Batch:
    """A moderator set limits for somebody, or looks first at what they write; or that has ended."""
    entry = LogEntry.objects.filter(pk=pk).first()
    if entry is None or after:
        return NOTHING
    return message("terms", entry.thing_id, of=pk, by=entry.by_id, at=entry.at, once=f"terms {pk}")


def of_appeal(pk: int, *, after: int, limit: int) -> Batch:
    """Answered, who made it; waiting, the others who look after the thing."""
    appeal = Appeal.objects.for_actions().select_related("decision__case").filter(pk=pk).first()
    if appeal is None:
        return NOTHING
    if appeal.outcome != Outcome.WAITS:
        news = News(
            at=appeal.decided_at or appeal.at,
            circle=Circle.MEMBERS,
            actor=appeal.decided_by_id or 0,
            thing=pk,
            once=f"appeal-answered {pk}",
        )
        return NOTHING if after else Batch(news, [_to(appeal.by_id, "appeal-answered", pk)])
    return _towho_looks_after(appeal.decision.case, "appeal", pk, after, limit, but=appeal.decision.by_id)


def of_handed_case(pk: int, *, after: int, limit: int) -> Batch:
    """To whom it was handed, as long as it is theirs."""
    case = Case.objects.for_actions().filter(decided_at=None, pk=pk, claimed_by__isnull=False).first()
    if case is None or case.claimed_by_id is None or after:
        return NOTHING
    at = case.claimed_at or case.opened_at
    news = News(at=at, circle=Circle.MEMBERS, actor=0, thing=pk, once=f"case-handed {pk} {at.isoformat()}")
    return Batch(news, [_to(case.claimed_by_id, "case-handed", pk)])


def of_waiting_case(pk: int, *, after: int, limit: int) -> Batch:
    case = Case.objects.for_actions().filter(decided_at=None, pk=pk).first()
    return _towho_looks_after(case, "case-waits", pk, after, limit) if case else NOTHING


def of_waiting_appeal(pk: int, *, after: int, limit: int) -> Batch:
    appeal = (
        Appeal.objects.for_actions().filter(outcome="").select_related("decision__case").filter(pk=pk).first()
    )
    if appeal is None:
        return NOTHING
    case = appeal.decision.case
    return _towho_looks_after(case, "appeal-waits", pk, after, limit, but=appeal.decision.by_id)


def _towho_looks_after(
    case: Case, because: str, of: int, after: int, limit: int, *, but: int | None = None
) -> Batch:
    news = News(at=case.opened_at, circle=Circle.MEMBERS, actor=0, thing=of, once=f"{because} {of}")
    people = dict.fromkeys(who_looks_after(case, but=but), "")
    batch = batch_of(news, people, after, limit, kind=SYSTEM)
    return Batch(news, [_to(one.person, because, of) for one in batch.to], batch.last)


def who_looks_after(case: Case, *, but: int | None = None) -> Iterable[int]:
    """The nearest who may decide: of the group or the category, else of the category above; of the whole place where
    there is nobody nearer or they are asked.
    """
    involved = {case.author_id, but}
    near = _appointed_to(case.category_id) - involved
    if case.group_id:
        near |= {*Membership.objects.leading(case.group_id).values_list("person_id", flat=True)} - involved
    elif case.category and not near:
        near = _appointed_to(case.category.parent_id) - involved
    if not case.asks_staff and (near or case.group_id):
        return near
    place = Membership.objects.filter(group__office=Office.MODERATORS).values_list("person_id", flat=True)
    return near | {*place} - involved


def _appointed_to(category: int | None) -> set[int]:
    """Who looks after it, alone or with a group of theirs."""
    if category is None:
        return set()
    entrusted = Q(group__moderates__category=category, group__ends_at=None, group__closed_at=None)
    groups = Membership.objects.filter(entrusted).values_list("person_id", flat=True)
    return {*Moderator.objects.filter(category=category).values_list("person_id", flat=True), *groups}


def _to(person: int, because: str, of: int) -> To:
    return To(person, (SYSTEM,), because=because, because_of=of)

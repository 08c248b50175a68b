"""Flags, and what they do by themselves."""

from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.db.models import Count, Q, Sum

from space.accounts.arriving.ties import ties_of
from space.accounts.models import Nature, User, WikiAccount
from space.accounts.terms import terms_of
from space.discuss.actions import close_topic
from space.discuss.models import Topic
from space.kit import clock
from space.limits.actions import Limit, take
from space.moderation.actions import record
from space.notifications.actions import tell
from space.review import numbers, weights
from space.review.actions import letters, sight
from space.review.actions.finding import changed, is_staff, lock_case
from space.review.models import Case, Flag
from space.review.things import PICTURES, POST, Thing
from space.review.weights import Flagger

# A topic closes for a while from this many people.
CLOSES_FROM = 5
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Told:
    """What somebody says of a thing. `sender` is where they are, as limits know it; `rule` says which rule did it."""

    why: str
    words: str = ""
    sender: str = ""
    rule: str = ""
    # Nobody sees the thing until somebody looked at it.
    holds: bool = False
    # The language of the translation in which they read it.
    read_in: str = ""


@transaction.atomic
def flag(thing: Thing, told: Told, *, by: User | None) -> Flag:
    """Put a flag on a thing; a second one by the same person changes what the first one says.

    Raises a ValidationError with code `too_fast` where somebody has flagged too much today.
    """
    staff = by is not None and is_staff(by)
    if by is not None and not staff:
        take(f"person:{by.pk}", terms_of(by).of(Limit("flags", numbers.FLAGS_A_DAY(), _DAY)))
    if by is None and not told.rule:
        take(told.sender, Limit("reports", 5, _DAY))
    case = _case_of(thing)
    new = Flag(case=case, by=by, why=told.why, words=told.words, sender=told.sender, rule=told.rule)
    new.at, new.weight, new.read_in = clock.now(), _weight(by, staff), told.read_in
    one = _stored(new)
    _weigh(case)
    if told.holds and not case.is_held:
        case.is_held = True
        changed(case, "is_held")
        sight.hold(case, by=User.objects.system())
    _act_by_itself(case, thing, one)
    return one


@transaction.atomic
def withdraw(flag: Flag, *, by: User) -> Flag:
    """Take one's flag back, while nobody has decided. What it did by itself stays until somebody looks."""
    case = lock_case(flag.case_id)
    if case.waits and flag.withdrawn_at is None:
        flag.withdrawn_at = clock.now()
        flag.save(update_fields=["withdrawn_at"])
        _weigh(case)
    return flag


def _case_of(thing: Thing) -> Case:
    """The waiting case of the thing, its row locked."""
    Case.objects.bulk_create([Case(**thing.of_case())], ignore_conflicts=True)
    waiting = Case.objects.for_actions().filter(decided_at=None).select_for_update(of=("self",))
    found: Case = waiting.select_related("author").get(thing_kind=thing.kind, thing_id=thing.pk)
    return found


def _stored(new: Flag) -> Flag:
    before = None
    if new.by is not None:
        before = Flag.objects.filter(case=new.case, by=new.by, withdrawn_at=None).first()
    if before is None:
        new.save()
        return new
    before.why, before.words, before.read_in = new.why, new.words, new.read_in
    before.save(update_fields=["why", "words", "read_in"])
    return before


def _weight(by: User | None, staff: bool) -> float:
    if by is None:
        return 1.0
    agreed, decided = _record_of(by)
    trust = weights.counted_trust(by.trust, earned_here=_earned_here(by), agreed=agreed)
    return weights.weight(trust, agreed=agreed, decided=decided, is_staff=staff)


def _record_of(person: User) -> tuple[int, int]:
    """How many of their flags were agreed with, of how many that were decided."""
    found = Flag.objects.filter(by=person, agreed__isnull=False).aggregate(
        agreed=Count("pk", filter=Q(agreed=True)), decided=Count("pk")
    )
    return found["agreed"], found["decided"]


def _earned_here(person: User) -> int:
    """Their trust without what the wikis alone would give; all of it where a moderator gave it by hand."""
    account = WikiAccount.objects.filter(person=person).first()
    from_wikis = account is not None and account.trust >= person.trust and not person.trust_by_hand
    return 0 if from_wikis else person.trust


def _weigh(case: Case) -> None:
    case.weight = case.flags.filter(withdrawn_at=None).aggregate(n=Sum("weight"))["n"] or 0
    changed(case, "weight")


def _act_by_itself(case: Case, thing: Thing, new: Flag) -> None:
    if thing.kind not in {POST, *PICTURES}:
        return
    if case.hidden_at is None and not case.is_held and _hides(case, new):
        _hide(case)
    if case.topic:
        _close_for_a_while(case)


def _hide(case: Case) -> None:
    """Until somebody decides, or for a day."""
    system, weight = User.objects.system(), round(case.weight)
    case.hidden_at = clock.now()
    changed(case, "hidden_at")
    sight.hide(case, by=system)
    if case.thing_kind == POST:
        record(system, "flags-hid", sight.thing_of(case), case=case.pk, weight=weight)
    else:
        record(system, "flags-hid-picture", sight.thing_of(case), case=case.pk, weight=weight)
    tell(f"case-hid {case.pk}")
    letters.write_of_hidden(case)


def _hides(case: Case, new: Flag) -> bool:
    author, staff = case.author, is_staff(case.author)
    # Who wrote in an archive is no newcomer here.
    is_person = author.nature == Nature.PERSON
    if (
        is_person
        and new.by is not None
        and weights.hides_at_once(
            new.why, trust=new.by.trust, author_trust=author.trust, author_is_staff=staff
        )
    ):
        return True
    return weights.hides(
        total=case.weight,
        people=weights.independent(_flaggers(case), clock.now()),
        author_trust=author.trust,
        author_is_staff=staff,
        at_least=numbers.HIDES_AT(),
        from_people=numbers.HIDES_FROM(),
    )


def _flaggers(case: Case) -> list[Flagger]:
    """With what they share: where they flagged from, where they came from, who invited them."""
    flags = [one for one in case.flags.filter(withdrawn_at=None).select_related("by") if one.by]
    ties = ties_of(one.by.pk for one in flags if one.by)
    return [
        Flagger(by.pk, by.trust, by.created_at, ties[by.pk] | frozenset({one.sender} if one.sender else ()))
        for one in flags
        if (by := one.by)
    ]


def _close_for_a_while(case: Case) -> None:
    """Where many flags wait in one topic, everybody gets some air. Its clock opens it again."""
    flags = Flag.objects.filter(case__topic=case.topic, case__decided_at=None, withdrawn_at=None)
    found = flags.aggregate(weight=Sum("weight"), people=Count("by", distinct=True))
    if (found["weight"] or 0) < numbers.CLOSES_AT() or found["people"] < CLOSES_FROM:
        return
    topic = Topic.objects.for_actions().select_related("category").get(pk=case.topic)
    if topic.is_closed:
        return
    system, hours = User.objects.system(), numbers.CLOSES_HOURS()
    close_topic(topic, by=system, reopens_at=clock.now() + timedelta(hours=hours))
    record(system, "flags-closed", topic, case=case.pk, hours=hours)

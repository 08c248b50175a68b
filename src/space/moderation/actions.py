from datetime import datetime

from django.db import models, transaction

from space.accounts.actions import choose_trust, set_terms
from space.accounts.models import Trust, User
from space.accounts.telling import person_changed
from space.accounts.terms import has_limits, waits_for_approval
from space.kit import clock
from space.moderation.models import LogEntry, Measure, Penalty, Reason
from space.moderation.noticing import entry_written
from space.notifications.actions import tell
from space.web import versions


def record(by: User, what: str, thing: models.Model, reason: str = "", **codes: str | int) -> LogEntry:
    """Write down what was done, in the transaction that does it.

    `codes` are ids and short words (a slug, a number), never names or free text: those go into `reason`.
    """
    entry = LogEntry.objects.create(
        at=clock.now(), by=by, what=what, thing_kind=thing._meta.label_lower, thing_id=thing.pk, codes=codes
    )
    if reason:
        Reason.objects.create(entry=entry, text=reason)
    entry_written.send(LogEntry, entry=entry, thing=thing)
    return entry


@transaction.atomic
def penalise(person: User, measure: Measure, *, by: User, until: datetime, reason: str) -> Penalty:
    """Silence or suspend. It holds from the person's next request on, in every session."""
    return begin_penalty(person, measure, by=by, until=until, reason=reason)[0]


@transaction.atomic
def begin_penalty(
    person: User, measure: Measure, *, by: User, until: datetime, reason: str, clause: str = ""
) -> tuple[Penalty, LogEntry]:
    """The same, with its entry in the log, for who tells of it."""
    penalty = Penalty.objects.create(
        person=person, measure=measure, by=by, until=until, reason=reason, at=clock.now()
    )
    entry = record(by, f"{measure}-began", person, reason, **_named(clause))
    person_changed.send(User, person=person)
    versions.bump(versions.EVERYTHING)
    return penalty, entry


@transaction.atomic
def end_penalty(penalty: Penalty, *, by: User, reason: str) -> Penalty:
    """Lift it before its time. Lifting it again changes nothing."""
    return lift_penalty(penalty, by=by, reason=reason)[0]


@transaction.atomic
def lift_penalty(penalty: Penalty, *, by: User, reason: str) -> tuple[Penalty, LogEntry | None]:
    """The same, with its entry in the log, for who tells of it; without one where nothing held any more."""
    penalty = Penalty.objects.select_for_update().get(pk=penalty.pk)
    if penalty.ended is not None or penalty.until <= clock.now():
        return penalty, None
    penalty.ended = clock.now()
    penalty.save(update_fields=["ended"])
    entry = record(by, f"{penalty.measure}-ended", penalty.person, reason)
    person_changed.send(User, person=penalty.person)
    versions.bump(versions.EVERYTHING)
    return penalty, entry


@transaction.atomic
def set_trust(person: User, trust: Trust, *, by: User, reason: str) -> User:
    """Give trust by hand, more or less of it. From then on it does not grow by itself."""
    person, before, is_new = choose_trust(person, trust)
    if is_new:
        entry = record(by, "trust-chosen", person, reason, before=before, after=trust.value)
        tell(f"trust {entry.pk}")
    return person


@transaction.atomic
def set_limits(
    person: User,
    *,
    trust: Trust | None = None,
    factor: float = 1.0,
    until: datetime,
    by: User,
    reason: str,
    clause: str = "",
) -> User:
    """Lighter or harder limits until then: those of another trust, or so many times as wide."""
    person = set_terms(person, limits_trust=trust, limits_factor=factor, limits_until=until)
    chosen: dict[str, str | int] = {"factor": str(factor)} if trust is None else {"trust": int(trust)}
    chosen |= _named(clause)
    return _told(person, record(by, "limits-set", person, reason, until=until.isoformat(), **chosen))


@transaction.atomic
def lift_limits(person: User, *, by: User, reason: str) -> User:
    """Those that everybody has, again. Lifting them again changes nothing."""
    person = User.objects.get(pk=person.pk)
    if not has_limits(person):
        return person
    person = set_terms(person, limits_trust=None, limits_factor=1.0, limits_until=None)
    return _told(person, record(by, "limits-lifted", person, reason))


@transaction.atomic
def ask_approval(person: User, *, until: datetime, by: User, reason: str, clause: str = "") -> User:
    """What they write waits for a moderator until then."""
    person = set_terms(person, approval_until=until)
    codes = {"until": until.isoformat(), **_named(clause)}
    return _told(person, record(by, "approval-began", person, reason, **codes))


@transaction.atomic
def end_approval(person: User, *, by: User, reason: str) -> User:
    """What waits goes on waiting; what they write from now on does not. Ending it again changes nothing."""
    person = User.objects.get(pk=person.pk)
    if not waits_for_approval(person):
        return person
    return _told(set_terms(person, approval_until=None), record(by, "approval-ended", person, reason))


def _named(clause: str) -> dict[str, str]:
    """The point of the guidelines, for the log."""
    return {"clause": clause} if clause else {}


def _told(person: User, entry: LogEntry) -> User:
    tell(f"terms {entry.pk}")
    return person

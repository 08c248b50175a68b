"""What holds for one person alone: lighter or harder limits, and whether a moderator looks first at what they write.

It stands in the person's own row, so that asking costs nothing.
"""

from dataclasses import dataclass
from datetime import timedelta

from space.accounts.models import Trust, User
from space.kit import clock
from space.limits.actions import Limit

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Terms:
    """By which trust limits are counted, and how many times as wide they are."""

    trust: int
    factor: float
    is_newcomer: bool

    def of(self, limit: Limit) -> Limit:
        """The limit as it holds for this person: more uses, or a shorter pause between two."""
        if self.factor == 1:
            return limit
        if limit.uses > 1:
            return limit.times(self.factor)
        return Limit(limit.name, limit.uses, limit.period / self.factor)


def terms_of(person: User) -> Terms:
    """Without trust, in the first day, one is a newcomer; or as long as a moderator says so."""
    is_set = has_limits(person)
    if is_set and person.limits_trust is not None:
        return Terms(person.limits_trust, person.limits_factor, person.limits_trust == Trust.NEW)
    is_new = person.trust == Trust.NEW and clock.now() - person.created_at < DAY
    return Terms(person.trust, person.limits_factor if is_set else 1.0, is_new)


def has_limits(person: User) -> bool:
    """Whether a moderator has set limits for them that hold now."""
    return person.limits_until is not None and person.limits_until > clock.now()


def waits_for_approval(person: User) -> bool:
    return person.approval_until is not None and person.approval_until > clock.now()

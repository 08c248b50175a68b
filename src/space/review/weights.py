"""How much a flag weighs, and what its weight does. Pure: the numbers are settings of the community."""

from collections.abc import Collection, Hashable
from dataclasses import dataclass
from datetime import datetime, timedelta

from space.accounts.models import Trust
from space.review.models import Why

STAFF = 5.0
# Who flags counts towards hiding when they have been here for a week.
KNOWN_FOR = timedelta(days=7)


@dataclass(frozen=True)
class Flagger:
    """Who flagged, as far as it counts. `ties` are what several accounts of one person would share."""

    person: int
    trust: int
    since: datetime
    ties: frozenset[Hashable] = frozenset()


def weight(trust: int, *, agreed: int, decided: int, is_staff: bool) -> float:
    """1 + trust + accuracy, the agreed share of earlier flags that were decided; 5 for staff."""
    if is_staff:
        return STAFF
    return 1.0 + trust + (agreed / decided if decided else 0.0)


def counted_trust(trust: int, *, earned_here: int, agreed: int) -> int:
    """Trust that came from the wikis counts as 1 at most until a flag of that person was agreed with."""
    return trust if agreed else max(earned_here, min(trust, Trust.BASIC))


def independent(flaggers: Collection[Flagger], now: datetime) -> int:
    """How many people stand behind these flags: long enough here, and those with a common tie as one."""
    groups: list[frozenset[Hashable]] = []
    for one in flaggers:
        if now - one.since < KNOWN_FOR:
            continue
        mine = frozenset({("person", one.person)}) | one.ties
        joined = [group for group in groups if group & mine]
        groups = [group for group in groups if not group & mine]
        groups.append(mine.union(*joined))
    return len(groups)


def hides(
    *, total: float, people: int, author_trust: int, author_is_staff: bool, at_least: float, from_people: int
) -> bool:
    """Whether a post goes out of sight by itself. One against staff never does, nor one of a regular."""
    if author_is_staff or author_trust > Trust.MEMBER:
        return False
    return total >= at_least and people >= from_people


def hides_at_once(why: str, *, trust: int, author_trust: int, author_is_staff: bool) -> bool:
    """Spam of somebody new, as a regular says."""
    is_new = author_trust == Trust.NEW and not author_is_staff
    return why == Why.SPAM and trust >= Trust.REGULAR and is_new

"""From a profile to what we go by: who it is, and how they stand on the wikis."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from space.accounts.models import Trust
from space.accounts.wiki import standing
from space.accounts.wiki.profile import Profile, name_of, read
from space.accounts.wiki.standing import Block, Standing
from space.kit import clock
from space.mediawiki.api import Trouble

# What it takes on the wikis: edits and days, the higher trust first.
_TRUST = ((Trust.MEMBER, 500, 30), (Trust.BASIC, 10, 4))


@dataclass(frozen=True)
class Known:
    """An account of the wikis as far as we know it. `asked` tells whether all wikis could be asked, or only one."""

    sub: str
    name: str
    edits: int
    registered: datetime | None
    groups: tuple[str, ...] = ()
    home: str = ""
    home_page: str = ""
    is_sysop: bool = False
    locked: bool = False
    blocked: bool = False
    email: str = ""
    asked: bool = False

    @property
    def trust(self) -> Trust:
        """What the wikis alone would give. Never more: nobody is staff here by being it there. Who is blocked there
        or locked gets none for what they did before."""
        if self.blocked or self.locked:
            return Trust.NEW
        if self.is_sysop:
            return Trust.MEMBER
        # Accounts of which no wiki knows when they began are the oldest of all.
        age = clock.now() - self.registered if self.registered else timedelta.max
        for trust, edits, days in _TRUST:
            if self.edits >= edits and age >= timedelta(days=days):
                return trust
        return Trust.NEW


def find_out(told: dict[str, Any]) -> Known:
    """Who came back from the wiki with this profile. Raises Refused for accounts with which nobody can."""
    profile = read(told)
    known = Known(
        sub=profile.sub,
        name=profile.name,
        edits=profile.edits,
        registered=profile.registered,
        is_sysop="sysop" in profile.groups,
        blocked=profile.blocked and standing.block_of(profile.name) is Block.WHOLE,
        email=profile.email,
    )
    return _with(known, _everywhere(profile))


def _everywhere(profile: Profile) -> Standing | None:
    try:
        found = standing.everywhere(profile.sub)
    except Trouble:
        return None
    # A wiki on its own counts its accounts itself: the same number is then somebody else everywhere.
    return found if found and name_of(found.name, profile.sub) == profile.name else None


def _with(known: Known, found: Standing | None) -> Known:
    if found is None:
        return known
    dates = [date for date in (known.registered, found.registered) if date]
    return replace(
        known,
        edits=max(known.edits, found.edits),
        registered=min(dates, default=None),
        groups=found.groups,
        home=found.home,
        home_page=found.home_page,
        is_sysop=known.is_sysop or found.is_sysop,
        locked=found.locked,
        asked=True,
    )

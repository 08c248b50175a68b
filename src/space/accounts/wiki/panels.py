"""What pages say of somebody's account on the wikis."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.formats import number_format

from space.accounts.models import User, WikiAccount
from space.accounts.wiki import door

# So many digits of a number of edits are told; the rest is nobody's pride.
_DIGITS = 2


@dataclass(frozen=True)
class Facts:
    """`page` is their page on their home wiki, or on the wiki that we ask."""

    name: str
    wiki: str
    page: str
    registered: datetime | None
    edits: int
    # The same with the marks that a language sets into long numbers.
    told: str
    is_rounded: bool
    groups: list[str]
    checked: datetime


def facts_of(account: WikiAccount) -> Facts:
    edits = rounded(account.edits)
    return Facts(
        name=account.name,
        wiki=account.home or door.host(),
        page=account.home_page or door.user_page(account.name),
        registered=account.registered,
        edits=edits,
        told=number_format(edits, use_l10n=True, force_grouping=True),
        is_rounded=edits != account.edits,
        groups=account.groups,
        checked=account.checked_at,
    )


def rounded(edits: int) -> int:
    """Down to its first two digits: 12,345 is told as 12,000."""
    step: int = 10 ** max(0, len(str(edits)) - _DIGITS)
    return edits // step * step


def on_their_page(person: User, reader: Any) -> dict[str, Any] | None:
    account: WikiAccount | None = getattr(person, "wiki", None)
    return {"facts": facts_of(account)} if account and person.is_active else None

"""What a wiki says of an account, made into what we go by. It may say less than we hope, or odd things."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from space.accounts.wiki.refusals import Refused, Why
from space.kit.fields import one_line

_MOST_EDITS = 2_000_000_000
_NUMBER = re.compile(r"[1-9][0-9]{0,38}")
# Could not stand in the address of a page of ours.
_IMPOSSIBLE = re.compile(r"[/\x00-\x1f\x7f]|^\.{1,2}$")
# Names that only this site gives. A wiki allowed some of them, long ago.
_OURS = re.compile(r"@(local|archive|\w?\d+)$")


@dataclass(frozen=True)
class Profile:
    """Who came back from the wiki. `email` only where its owner proved it."""

    sub: str
    name: str
    edits: int
    registered: datetime | None
    groups: frozenset[str]
    blocked: bool
    email: str


def read(told: dict[str, Any]) -> Profile:
    """Raises Refused for accounts with which nobody can come in, whatever else is known of them."""
    sub, name = str(told.get("sub") or ""), told.get("username")
    if not _NUMBER.fullmatch(sub):
        raise Refused(Why.UNATTACHED)
    if not isinstance(name, str) or not name:
        raise Refused(Why.HIDDEN)
    if name.startswith("~"):
        raise Refused(Why.TEMPORARY)
    email = told.get("email") if told.get("confirmed_email") is True else ""
    return Profile(
        sub=sub,
        name=name_of(name, sub),
        edits=number(told.get("editcount")),
        registered=moment(told.get("registered")),
        groups=frozenset(words(told.get("groups"))),
        blocked=bool(told.get("blocked")),
        email=email if isinstance(email, str) else "",
    )


def name_of(name: str, sub: str) -> str:
    """The name as it stands on the wiki. One that looks as if it were made here has the number of its owner added."""
    whole = one_line(unicodedata.normalize("NFC", name).replace("_", " "))
    whole = f"{whole}@{sub}" if _OURS.search(whole) else whole
    if not whole or len(whole) > 255 or _IMPOSSIBLE.search(whole):
        raise Refused(Why.IMPOSSIBLE_NAME)
    return whole


def number(said: Any) -> int:
    return min(max(said, 0), _MOST_EDITS) if isinstance(said, int) else 0


def moment(said: Any) -> datetime | None:
    """A moment as MediaWiki writes it: 14 digits, or ISO 8601. None for accounts older than its memory."""
    if not isinstance(said, str):
        return None
    for form in ("%Y%m%d%H%M%S", "%Y-%m-%dT%H:%M:%SZ"):
        try:
            return datetime.strptime(said, form).replace(tzinfo=UTC)
        except ValueError:
            continue
    return None


def words(said: Any) -> Iterable[str]:
    return [word[:100] for word in said if isinstance(word, str)] if isinstance(said, list) else []

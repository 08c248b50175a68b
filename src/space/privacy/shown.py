"""What is kept, as a page tells it: made of what each app says of itself."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from space.accounts.personal import Fate, Part, parts
from space.accounts.readers import Reader
from space.groups.models import Group
from space.membership.permissions import can_export

_AREAS: dict[str, str | Promise] = {
    "account": pgettext_lazy("kept area", "Your account"),
    "groups": pgettext_lazy("kept area", "Groups"),
    "notifications": pgettext_lazy("kept area", "What you are told"),
    "moderation": pgettext_lazy("kept area", "Decisions"),
    "picture": pgettext_lazy("kept area", "Files and pictures"),
    "files": pgettext_lazy("kept area", "Files and pictures"),
    "hidden_pictures": pgettext_lazy("kept area", "Files and pictures"),
    "discuss": pgettext_lazy("kept area", "Conversations"),
    "messages": pgettext_lazy("kept area", "Conversations"),
    "events": pgettext_lazy("kept area", "Events"),
    "blog": pgettext_lazy("kept area", "Stories"),
    "archives": pgettext_lazy("kept area", "Old mailing lists"),
    "review": pgettext_lazy("kept area", "Flags and decisions"),
    "privacy": pgettext_lazy("kept area", "This page itself"),
    "administration": pgettext_lazy("kept area", "Administration"),
}


@dataclass(frozen=True)
class Told:
    """One thing that is kept, in sentences."""

    what: str
    why: str
    until: str
    seen: str
    fates: list[str]
    stays: str


def way_to_group_copy(group: Group, reader: Reader) -> dict[str, str] | None:
    """For its owners, where they close or delete it."""
    if not can_export(reader, group):
        return None
    return {"url": reverse("privacy:group_copy", args=[group.slug])}


def way_to_kept(page: object, reader: Reader) -> dict[str, Any]:
    """On the page of privacy, for everybody."""
    return {}


def areas() -> list[tuple[str, list[Told]]]:
    """From the bottom of the house up: what is kept of everybody comes first."""
    found: dict[str, list[Told]] = {}
    for part in reversed(parts()):
        found.setdefault(area_of(part), []).append(_told(part))
    return list(found.items())


def area_of(part: Part) -> str:
    """Where it stands, in words."""
    area = part.name.partition("/")[0]
    return str(_AREAS.get(area, area))


def _told(part: Part) -> Told:
    fates = list(dict.fromkeys(part.columns.values()))
    if not fates and part.erase:
        fates = [Fate.GOES]
    return Told(
        what=str(part.what),
        why=str(part.why),
        until=str(part.until.value),
        seen=str(part.seen.value),
        fates=[str(fate.value) for fate in fates],
        stays=str(part.stays),
    )

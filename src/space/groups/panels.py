"""What groups add to the pages of others."""

from typing import Any

from space.accounts.models import User
from space.accounts.readers import Reader
from space.groups.models import Group, Office
from space.languages import mark

_AT_MOST = 30


def communities_of_person(person: User, reader: Reader) -> dict[str, Any] | None:
    """On the page of a person: the groups that they belong to, among those that everybody may know of.

    Not the unlisted ones that the reader belongs to as well: who looks over a shoulder would learn of them.
    """
    if not person.is_active:
        return None
    seen = Group.objects.visible_to(reader).filter(is_listed=True, office=Office.NONE)
    found = seen.filter(memberships__person=person).order_by("name")[:_AT_MOST]
    shown = [
        {"name": one.name, "lang": mark(one.language).lang, "dir": mark(one.language).dir} for one in found
    ]
    return {"groups": shown} if shown else None

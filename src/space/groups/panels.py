"""What groups add to the pages of others."""

from typing import Any

from space.accounts.models import User
from space.accounts.readers import Reader
from space.groups.models import Group
from space.languages import mark

_AT_MOST = 30


def communities_of_person(person: User, reader: Reader) -> dict[str, Any] | None:
    """On the page of a person: the groups that they belong to, among those that everybody may know of.

    Not the unlisted ones that the reader belongs to as well, nor those that keep their members to themselves: who
    looks over a shoulder would learn of them.
    """
    if not person.is_active:
        return None
    seen = Group.objects.visible_to(reader).communities().filter(is_listed=True, shows_members=True)
    found = seen.filter(memberships__person=person).order_by("name")[:_AT_MOST]
    shown = [_shown(one) for one in found]
    return {"groups": shown} if shown else None


def _shown(group: Group) -> dict[str, str]:
    words = mark(group.language)
    return {"name": group.name, "url": group.get_absolute_url(), "lang": words.lang, "dir": words.dir}

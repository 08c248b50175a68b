"""Accounts that stand for people who wrote elsewhere. Nobody can sign in to them."""

import re
from collections.abc import Mapping

from django.db import transaction

from space.accounts.models import Nature, User
from space.archives.models import ArchivedAuthor

# Wikis forbid the sign, so a place-holder can never take the name of a wiki account.
MARK = "@archive"
NAME_LENGTH = 80
_FORBIDDEN = re.compile(
    r"[#<>\[\]|{}/@:~_\s\x00-\x1f\u007f-\u00a0\u2000-\u200f\u2028-\u202f\u3000\ue000-\uf8ff]+"
)


@transaction.atomic
def place_holders(names: Mapping[str, str]) -> dict[str, int]:
    """The accounts for these claim keys, made where they are new. `names` says how each called themselves."""
    found = _known(names)
    missing = {key: name for key, name in names.items() if key not in found}
    if not missing:
        return found
    wanted = {key: _name(name) + MARK for key, name in missing.items()}
    taken = set(User.objects.filter(name__in=set(wanted.values())).values_list("name", flat=True))
    people: dict[str, User] = {}
    for key, name in wanted.items():
        if name in taken:
            name = f"{name}-{key[:8]}"
        taken.add(name)
        people[key] = User(name=name, nature=Nature.ARCHIVED, is_active=False)
        people[key].set_unusable_password()
    User.objects.bulk_create(people.values())
    ArchivedAuthor.objects.bulk_create(
        [ArchivedAuthor(person=person, claim_key=key) for key, person in people.items()]
    )
    return found | {key: person.pk for key, person in people.items()}


def _known(keys: Mapping[str, str]) -> dict[str, int]:
    rows = ArchivedAuthor.objects.filter(claim_key__in=list(keys))
    return dict(rows.values_list("claim_key", "person_id"))


def _name(name: str) -> str:
    """A name that can stand in an address of ours; never empty."""
    return _FORBIDDEN.sub(" ", name).strip()[:NAME_LENGTH].strip() or "?"

"""What moderation adds to the pages of others."""

from typing import Any

from django.urls import reverse

from space.accounts import names
from space.accounts.models import User
from space.accounts.readers import Reader
from space.moderation.permissions import can_choose_trust


def trust_of_person(person: User, reader: Reader) -> dict[str, Any] | None:
    """On the page of a person: the way to give them trust by hand."""
    if not can_choose_trust(reader, person):
        return None
    return {
        "trust": person.get_trust_display(),
        "by_hand": person.trust_by_hand,
        "url": reverse("moderation:trust", args=[names.in_address(person.name)]),
    }

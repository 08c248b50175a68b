"""What files add to the pages of others."""

from typing import Any

from django.urls import reverse

from space.accounts import names
from space.accounts.models import User
from space.accounts.readers import Reader
from space.uploads.permissions import can_remove_picture


def removing_of_person(person: User, reader: Reader) -> dict[str, Any] | None:
    """On the page of a person: the way to take their picture away."""
    if not person.picture or not can_remove_picture(reader, person):
        return None
    return {"url": reverse("uploads:remove_picture_of", args=[names.in_address(person.name)])}

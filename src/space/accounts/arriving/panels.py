"""For moderators, on the page of a person: with whose invitation they came, and who else came from there."""

from typing import Any

from space.accounts.arriving.permissions import can_know_who_invited
from space.accounts.faces import face_of
from space.accounts.models import Arrival, User
from space.accounts.readers import Reader


def arrival_of(person: User, reader: Reader) -> dict[str, Any] | None:
    if not can_know_who_invited(reader):
        return None
    arrival = Arrival.objects.select_related("invitation__by").filter(person=person).first()
    if arrival is None:
        return None
    by = arrival.invitation.by if arrival.invitation else None
    others = 0
    if arrival.sender:
        others = Arrival.objects.filter(sender=arrival.sender).exclude(pk=arrival.pk).count()
    if not (by or others):
        return None
    note = arrival.invitation.note if arrival.invitation else ""
    return {"by": face_of(by) if by else None, "note": note, "others": others}

"""What several accounts of one person would share: an invitation, or the address from which they came."""

from collections.abc import Iterable

from space.accounts.models import Arrival


def ties_of(people: Iterable[int]) -> dict[int, frozenset[str]]:
    """By person, in one query. Who invited somebody is tied to them, and all whom one person invited to each other."""
    ties = {pk: frozenset({f"invited by {pk}"}) for pk in people}
    told = Arrival.objects.filter(person__in=list(ties)).values_list("person", "sender", "invitation__by")
    for person, sender, by in told:
        ties[person] |= {sender} if sender else set()
        ties[person] |= {f"invited by {by}"} if by else set()
    return ties

"""What is kept of who comes together in groups."""

from collections.abc import Iterator

from django.utils.translation import pgettext_lazy

from space.accounts.copies import listed
from space.accounts.models import User
from space.accounts.personal import Fate, Part, Row, Seen, Until, keeps
from space.membership.actions import erasing
from space.membership.models import GroupDeed, Invitation, JoinRequest, Proposal


def register_kept() -> None:
    """Called once, when everything is there."""
    keeps(
        Part(
            "groups/requests",
            what=pgettext_lazy(
                "kept", "Groups you asked to join, with your answers; groups you proposed; invitations"
            ),
            why=pgettext_lazy("kept", "So that others can decide, and you know what became of it."),
            until=Until.ACCOUNT,
            seen=Seen.YOU_AND_STAFF,
            columns={
                "membership.JoinRequest.by": Fate.GOES,
                "membership.Proposal.by": Fate.GOES,
                "membership.Invitation.by": Fate.GOES,
                "membership.Invitation.person": Fate.GOES,
            },
            rows=_requests,
            erase=erasing.requests,
        ),
        Part(
            "groups/deeds",
            what=pgettext_lazy(
                "kept", "What you did in a group and what was done about you, as its history tells it"
            ),
            why=pgettext_lazy("kept", "So that members know how their group came to be as it is."),
            until=Until.THING,
            seen=Seen.GROUP,
            columns={
                "membership.GroupDeed.by": Fate.WORDS,
                "membership.GroupDeed.person": Fate.STAYS,
                "membership.JoinRequest.decided_by": Fate.STAYS,
                "membership.Proposal.decided_by": Fate.STAYS,
            },
            stays=pgettext_lazy("kept", "It is the history of the group."),
            rows=_deeds,
            erase=erasing.deeds,
        ),
    )


def _requests(person: User) -> Iterator[Row]:
    told = "at", "outcome", "reason"
    asked = JoinRequest.objects.filter(by=person)
    yield from listed(asked, *told, "answers", group_name="group__name", text="words")
    yield from listed(Proposal.objects.filter(by=person), *told, "name", "purpose", text="why")
    yield from listed(Invitation.objects.filter(by=person), "at", "uses", "ends_at", invites_to="group__name")
    yield from listed(Invitation.objects.filter(person=person), "at", invited_to="group__name")


def _deeds(person: User) -> Iterator[Row]:
    yield from listed(GroupDeed.objects.filter(by=person), "did", "at", "words", group_name="group__name")
    yield from listed(GroupDeed.objects.filter(person=person).exclude(by=person), "did", "at", "words")

"""What groups keep of a person, and what somebody has to hand over before they go."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import pgettext, pgettext_lazy

from space.accounts.copies import listed
from space.accounts.models import User
from space.accounts.personal import Duty, Fate, Part, Row, Seen, Until, Way, has_duties, keeps
from space.groups.actions import leave_all
from space.groups.models import Membership, Office, Role, Visit
from space.kit import clock


def register_kept() -> None:
    """Called once, when everything is there."""
    has_duties(_duties)
    keeps(
        Part(
            "groups/memberships",
            what=pgettext_lazy("kept", "The groups you belong to, and your part in them"),
            why=pgettext_lazy("kept", "So that you find what is said there, and others do not."),
            until=Until.YOURS,
            seen=Seen.GROUP,
            columns={"groups.Membership.person": Fate.GOES},
            rows=_memberships,
            erase=_leave,
        ),
        Part(
            "groups/visits",
            what=pgettext_lazy("kept", "When you opened a closed group as one of the staff, and why"),
            why=pgettext_lazy("kept", "So that its owners know."),
            until=Until.THING,
            seen=Seen.GROUP,
            columns={"groups.Visit.person": Fate.STAYS},
            stays=pgettext_lazy("kept", "Who runs a place has to answer for what they looked at."),
            rows=_visits,
            erase=_end_visits,
        ),
    )


def _memberships(person: User) -> Iterator[Row]:
    return listed(Membership.objects.filter(person=person), "role", "joined_at", group_name="group__name")


def _visits(person: User) -> Iterator[Row]:
    return listed(Visit.objects.filter(person=person), "at", "until", "reason", group_name="group__name")


def _end_visits(person: User, way: Way) -> bool:
    Visit.objects.filter(person=person, until__gt=clock.now()).update(until=clock.now())
    return False


def _leave(person: User, way: Way) -> bool:
    leave_all(person)
    return False


def _duties(person: User) -> Iterator[Duty]:
    """A group needs an owner, and the place an administrator. Who is alone in a group can leave it as it is."""
    mine = Membership.objects.filter(person=person).select_related("group")
    for one in mine:
        others = Membership.objects.filter(group=one.group).exclude(person=person)
        others = others.filter(person__is_active=True)
        if one.group.office == Office.ADMINISTRATORS and not others.exists():
            text = pgettext("duty", "You are the only administrator. Make somebody else one first.")
            yield Duty(text, reverse("accounts:me"), is_must=True)
        elif one.role == Role.OWNER and others.exists() and not others.filter(role=Role.OWNER).exists():
            text = pgettext(
                "duty", "You are the only owner of the group %(group)s. Make somebody else one first."
            )
            yield Duty(text % {"group": one.group.name}, one.group.get_absolute_url(), is_must=True)

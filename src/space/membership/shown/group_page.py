"""What stands on the page of a group, for who reads it."""

from typing import Any

from django.urls import reverse

from space import languages
from space.accounts.faces import face
from space.accounts.readers import Reader
from space.groups.audience import members_of
from space.groups.models import Group, Membership, Office, Role, Visit
from space.groups.standing import belongs, visited
from space.groups.titles import duty_of, name_of
from space.kit import clock
from space.languages import mark
from space.membership.models import Invitation, JoinRequest, Outcome
from space.membership.permissions import (
    can_appoint,
    can_ask,
    can_end,
    can_join,
    can_lead,
    can_leave,
    can_own,
    can_show_title,
    can_visit,
    sees_members,
)
from space.membership.shown.tabs import tabs_of

# Faces in the head; requests and visits beside.
_FACES, _BESIDE = 6, 5
# Of one person, in the list of who holds an office.
_LANGUAGES = 6


def frame(group: Group, reader: Reader, here: str = "") -> dict[str, Any]:
    """What every page of a group has: its bar, its head, its tabs. `here` is the tab of the page."""
    shown = mark(group.language)
    inside = group.pk in reader.groups
    return {
        "group": group,
        "here": here,
        "lang": shown.lang,
        "dir": shown.dir,
        "spoken": [languages.language(code) for code in group.languages],
        "members": members_of(group.pk),
        "inside": inside,
        "belongs": belongs(reader, group.pk),
        "visits": group.pk in visited(reader),
        "leads": bool(can_lead(reader, group)),
        "owns": bool(can_own(reader, group)),
        "ends": bool(can_end(reader, group)),
        "sees_members": bool(sees_members(reader, group)),
        "more_tabs": tabs_of(group, here),
        "is_staff": group.office != Office.NONE,
        "name": name_of(group),
        "duty": duty_of(group),
        "appoints": bool(can_appoint(reader, group)),
    }


def page(group: Group, reader: Reader) -> dict[str, Any]:
    return {
        **frame(group, reader),
        **doors(group, reader),
        "owners": people(group, Role.OWNER) if sees_members(reader, group) else [],
        "moderators": people(group, Role.MODERATOR) if sees_members(reader, group) else [],
        "faces": some_faces(group) if sees_members(reader, group) else [],
        "requests": waiting(group)[:_BESIDE] if can_lead(reader, group) else [],
        "opened": opened(group) if group.pk in reader.groups else [],
        "my_title": _my_title(group, reader),
        "can_visit": bool(can_visit(reader, group)),
    }


def doors(group: Group, reader: Reader) -> dict[str, Any]:
    """How one comes in, or goes."""
    mine = JoinRequest.objects.filter(group=group, by=reader.pk, outcome=Outcome.WAITS).first()
    good = Invitation.objects.good(clock.now()).filter(group=group, person=reader.pk or None)
    invitation = good.first() if reader.is_authenticated else None
    return {
        "can_join": can_join(reader, group),
        "can_ask": bool(can_ask(reader, group)) and mine is None,
        "can_leave": bool(can_leave(reader, group)),
        "asked": mine,
        "invitation": reverse("groups:invitation", args=[invitation.key]) if invitation else "",
    }


def _my_title(group: Group, reader: Reader) -> bool | None:
    """Whether its title stands beside the name of this reader; None where it cannot."""
    if not can_show_title(reader, group):
        return None
    return Membership.objects.filter(group=group, person=reader.pk, shows_title=True).exists()


def people(group: Group, *roles: Role) -> list[dict[str, Any]]:
    """By role and name; closed accounts are not shown."""
    found = group.memberships.filter(role__in=roles, person__is_active=True).select_related("person")
    return [entry(one) for one in found.order_by("person__sort_name", "person_id")]


def entry(membership: Membership) -> dict[str, Any]:
    person = membership.person
    return {
        "face": face(person.pk, person.name, person.picture),
        "role": membership.get_role_display() if membership.role != Role.MEMBER else "",
        "since": membership.joined_at,
        "pk": person.pk,
        "reads": [languages.language(code) for code in person.languages[:_LANGUAGES]],
    }


def some_faces(group: Group) -> list[Any]:
    found = group.memberships.filter(person__is_active=True).order_by("joined_at", "pk")
    rows = found.values_list("person_id", "person__name", "person__picture")[:_FACES]
    return [face(*row) for row in rows]


def waiting(group: Group) -> list[JoinRequest]:
    return list(group.requests.filter(outcome=Outcome.WAITS).select_related("by"))


def opened(group: Group) -> list[Visit]:
    """When staff opened it, the last time first."""
    return list(Visit.objects.filter(group=group).select_related("person")[:_BESIDE])

"""The team's room: a closed group of all who hold an office. They let in who moderates a category, as in any group."""

from typing import Any

from django.db import transaction
from django.utils.translation import pgettext

from space.accounts.models import User
from space.discuss.actions.furnishing import furnish
from space.discuss.models import Moderator
from space.groups.actions import admit, dismiss, found_group
from space.groups.models import Group, Membership, Office, Role
from space.kit import clock
from space.moderation.actions import record
from space.review.models import TeamRoom

_SLUG = "moderators-room"


@transaction.atomic
def found_team_room(*, by: User, group: Group | None = None) -> Group:
    """The team's group with its category and all who belong there; of one that stands, who is missing is let in.

    `group` becomes the room where there is none yet.
    """
    room = _standing()
    if room is None:
        group = group or _new_group(by)
        TeamRoom.objects.create(group=group, at=clock.now())
        record(by, "team-room-founded", group)
    else:
        group = room.group
    people = User.objects.filter(memberships__in=Membership.objects.looking_after()).distinct().order_by("pk")
    for person in people:
        _let_in(group, person)
    return group


def settle_in_team(sender: Any, person: User, **more: Any) -> None:
    """Somebody got an office, or lost it: who looks after nothing any more reads there no more."""
    room = _standing()
    if room is None:
        return
    if _offices(person):
        _let_in(room.group, person)
    elif not Moderator.objects.filter(person=person).exists():
        dismiss(room.group, person)
    elif Membership.objects.filter(group=room.group, person=person).exists():
        admit(room.group, person)


def open_team_room(sender: Any, person: User, **more: Any) -> None:
    """A place begins with a room for who looks after it."""
    found_team_room(by=person)


def _standing() -> TeamRoom | None:
    """The room that there is; one whose group was deleted is none."""
    room = TeamRoom.objects.select_related("group").select_for_update(of=("self",)).first()
    if room and room.group.ends_at:
        room.delete()
        return None
    return room


def _new_group(by: User) -> Group:
    taken = set(Group.objects.for_actions().filter(slug__startswith=_SLUG).values_list("slug", flat=True))
    slug = next(one for one in (_SLUG, *(f"{_SLUG}-{n}" for n in range(2, 1000))) if one not in taken)
    about = pgettext(
        "group",
        "Those who look after this place: who looks when, words that help, and cases to decide together.",
    )
    group = found_group(
        slug=slug,
        name=pgettext("group", "Moderators' room"),
        by=by,
        listed=False,
        description=about,
        language="en",
    )
    # By nobody in particular: who has just begun a topic need not wait for a room.
    furnish(group, User.objects.system())
    return group


def _offices(person: User) -> set[str]:
    held = Membership.objects.looking_after().filter(person=person)
    return set(held.values_list("group__office", flat=True))


def _let_in(group: Group, person: User) -> None:
    """Who holds an office can let others in; a role that somebody was given there stays."""
    role = Role.OWNER if Office.ADMINISTRATORS in _offices(person) else Role.MODERATOR
    now = Membership.objects.filter(group=group, person=person).values_list("role", flat=True).first()
    if now is None or now == Role.MEMBER:
        admit(group, person, role=role)

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Q
from django.utils.translation import override

from space.accounts.actions import PEOPLE, tag_of
from space.accounts.models import User
from space.groups.models import BY_WEIGHT, Group, Joining, Membership, Office, Role
from space.groups.offices import office_changed
from space.web.versions import EVERYTHING, bump

# What kept pages carry that list groups, or show one.
GROUPS = "groups"
# Before the name of an office that stands beside a name; no title of a group can begin so.
OFFICE = "\n"


@transaction.atomic
def found_group(*, slug: str, name: str, by: User | None, listed: bool = True, **more: str) -> Group:
    """Make a group, with its founder as owner. Making it again by the same slug gives the one that is there."""
    group, is_new = Group.objects.get_or_create(
        slug=slug, defaults={"name": name, "is_listed": listed, **more}
    )
    if is_new and by:
        admit(group, by, role=Role.OWNER)
    return group


@transaction.atomic
def admit(group: Group, person: User, *, role: Role = Role.MEMBER) -> Membership:
    """Let a person in, or give another role to one who is in."""
    membership, _ = Membership.objects.update_or_create(group=group, person=person, defaults={"role": role})
    bump(tag_of(person.pk), PEOPLE, GROUPS)
    if group.office:
        set_titles_right([person.pk])
        office_changed.send(Group, person=person)
    return membership


@transaction.atomic
def dismiss(group: Group, person: User) -> None:
    """End a membership. From the next request on the person is an outsider."""
    Membership.objects.filter(group=group, person=person).delete()
    bump(tag_of(person.pk), PEOPLE, GROUPS)
    set_titles_right([person.pk])
    if group.office:
        office_changed.send(Group, person=person)


@transaction.atomic
def leave_all(person: User) -> None:
    """End every membership of who is erased."""
    Membership.objects.filter(person=person).delete()
    bump(tag_of(person.pk), PEOPLE, GROUPS)
    set_titles_right([person.pk])


@transaction.atomic
def choose_title(group: Group, person: User, *, shows: bool) -> None:
    """Let the title of this group stand beside a name, instead of that of another one; or none."""
    Membership.objects.filter(person=person).exclude(group=group).update(shows_title=False)
    Membership.objects.filter(person=person, group=group).update(shows_title=shows)
    set_titles_right([person.pk])


def set_titles_right(people: Iterable[int]) -> None:
    """Beside each name stands what its memberships say now: an office first, else the title that was chosen.

    No title tells that somebody belongs to a group that keeps that to itself.
    """
    asked = list(people)
    chosen = Q(shows_title=True, group__is_listed=True, group__shows_members=True)
    alive = Membership.objects.filter(~Q(group__office="") | chosen, person__in=asked, group__ends_at=None)
    rows = alive.values_list("person", "group__office", "group__title")
    titles: dict[int, str] = {}
    for pk, held, title in sorted(rows, key=_lightest_first):
        titles[pk] = f"{OFFICE}{held}" if held else title
    is_changed = False
    for pk, before in User.objects.filter(pk__in=asked).values_list("pk", "title"):
        if (now := titles.get(pk, "")) != before:
            User.objects.filter(pk=pk).update(title=now)
            is_changed = True
    if is_changed:
        # Names stand in kept posts.
        bump(EVERYTHING)


def _lightest_first(row: tuple[int, str, str]) -> int:
    return -BY_WEIGHT.index(Office(row[1])) if row[1] else -len(BY_WEIGHT)


def office(kind: Office) -> Group:
    """The group that holds an office; made when it is first asked for."""
    with override("en"):
        name = str(kind.label)
    return Group.objects.get_or_create(
        office=kind,
        defaults={"slug": f"office-{kind.value}", "name": name, "joining": Joining.INVITATION},
    )[0]

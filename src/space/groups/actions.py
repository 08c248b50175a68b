from django.db import transaction

from space.accounts.actions import PEOPLE, tag_of
from space.accounts.models import User
from space.groups.models import Group, Joining, Membership, Office, Role
from space.web.versions import bump

# What kept pages carry that list groups, or show one.
GROUPS = "groups"


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
    return membership


@transaction.atomic
def dismiss(group: Group, person: User) -> None:
    """End a membership. From the next request on the person is an outsider."""
    Membership.objects.filter(group=group, person=person).delete()
    bump(tag_of(person.pk), PEOPLE, GROUPS)


@transaction.atomic
def leave_all(person: User) -> None:
    """End every membership of who is erased."""
    Membership.objects.filter(person=person).delete()
    bump(tag_of(person.pk), PEOPLE, GROUPS)


def office(kind: Office) -> Group:
    """The group that holds an office; made when it is first asked for."""
    return Group.objects.get_or_create(
        office=kind,
        defaults={"slug": f"office-{kind.value}", "name": str(kind.label), "joining": Joining.INVITATION},
    )[0]

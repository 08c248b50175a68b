"""What happened to a group is written down for its members, and told to those whom it concerns."""

from space.accounts.actions import PEOPLE, tag_of
from space.accounts.models import User
from space.groups.actions import GROUPS
from space.groups.models import Group
from space.kit import clock
from space.membership.models import Did, GroupDeed
from space.notifications.actions import tell
from space.web.versions import bump


def locked(group: Group) -> Group:
    """As it is now; who changes it at the same time waits."""
    return Group.objects.for_actions().select_for_update(no_key=True).get(pk=group.pk)


def note(group: Group, did: Did, *, by: User, person: User | None = None, words: str = "") -> GroupDeed:
    """Expects to be in the transaction of its cause."""
    deed = GroupDeed.objects.create(
        group=group, did=did, by=by, person=person, at=clock.now(), words=words[:500]
    )
    tell(f"group-deed {deed.pk}")
    bump(GROUPS, PEOPLE, *([tag_of(person.pk)] if person else []))
    return deed

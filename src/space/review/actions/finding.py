from django.db.models import Q

from space.accounts.models import User
from space.discuss.models import Moderator
from space.groups.models import LOOKS_AFTER, Membership
from space.review.models import Case
from space.web.versions import bump

# What is kept of how much waits.
CASES = "cases"


def lock_case(pk: int) -> Case:
    return Case.objects.for_actions().select_for_update().get(pk=pk)


def is_staff(person: User) -> bool:
    """Whether they look after the place, or a category of it."""
    mine = Membership.objects.filter(person=person, group__ends_at=None)
    offices = mine.filter(Q(group__office__in=LOOKS_AFTER) | Q(group__moderates__isnull=False))
    own = Moderator.objects.filter(person=person)
    of_groups = Membership.objects.filter(person=person, group__moderates__isnull=False)
    return offices.exists() or own.exists() or of_groups.exists()


def changed(case: Case, *fields: str) -> Case:
    """Store these of a locked case, and that it is another one than somebody has before their eyes."""
    case.version += 1
    case.save(update_fields=[*fields, "version"])
    bump(CASES)
    return case


def looks_after_place(person: User) -> bool:
    """Whether they moderate the whole place, or administer it."""
    return Membership.objects.looking_after().filter(person=person).exists()

"""Who looks after a category."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import pgettext_lazy

from space.accounts.models import User
from space.discuss.models import Category, Moderator, ModeratorGroup
from space.groups.models import Group
from space.moderation.actions import record
from space.notifications.actions import tell


@transaction.atomic
def appoint(person: User, category: Category, *, by: User) -> Moderator:
    """Let a person look after a category and those below it."""
    if category.group and not category.group.memberships.filter(person=person).exists():
        raise ValidationError(
            pgettext_lazy(
                "moderator", "Only members of its group see this category, so only they look after it."
            ),
            code="not_in_group",
        )
    moderator, is_new = Moderator.objects.get_or_create(person=person, category=category)
    if is_new:
        record(by, "moderator-appointed", category, person=person.pk)
        tell(f"moderator {category.pk} {person.pk}")
    return moderator


@transaction.atomic
def dismiss_moderator(person: User, category: Category, *, by: User) -> None:
    """From the next request on the person is a member like others there."""
    deleted, _ = Moderator.objects.filter(person=person, category=category).delete()
    if deleted:
        record(by, "moderator-dismissed", category, person=person.pk)


@transaction.atomic
def appoint_group(group: Group, category: Category, *, by: User) -> ModeratorGroup:
    """Let all who belong to a group, now and later, look after a category and those below it."""
    if category.group:
        raise ValidationError(
            pgettext_lazy(
                "moderator", "The owners and moderators of its own group look after this category."
            ),
            code="has_group",
        )
    found, is_new = ModeratorGroup.objects.get_or_create(group=group, category=category)
    if is_new:
        record(by, "moderators-appointed", category, group.name, group=group.pk)
    return found


@transaction.atomic
def dismiss_group(group: Group, category: Category, *, by: User) -> None:
    deleted, _ = ModeratorGroup.objects.filter(group=group, category=category).delete()
    if deleted:
        record(by, "moderators-dismissed", category, group.name, group=group.pk)

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import pgettext_lazy

from space.accounts.models import User
from space.discuss.models import Category, Moderator, Topic
from space.moderation.actions import record
from space.web import versions


@transaction.atomic
def arrange_category(slug: str, *, by: User, **fields: Any) -> Category:
    """Make a category, or change it. Its audience cannot change here: topics inside would keep the old one."""
    parent = fields.get("parent")
    if parent and parent.parent_id:
        raise ValidationError(
            pgettext_lazy(
                "category", "Categories have two levels. Choose a category that stands at the top."
            ),
            code="too_deep",
        )
    category, is_new = Category.objects.for_actions().get_or_create(slug=slug, defaults=fields)
    if not is_new:
        _change(category, fields)
    category.full_clean()
    _list_right(category)
    record(by, "category-made" if is_new else "category-changed", category)
    # Rows and heads of its topics show its name; they know of the topic's version only.
    versions.bump("rooms", f"category:{category.pk}", "lists", *([] if is_new else [versions.EVERYTHING]))
    return category


def category_named(slug: str) -> Category | None:
    """A category by its slug, for commands: whoever runs them on the server may see all."""
    return Category.objects.for_actions().filter(slug=slug).first()


def _change(category: Category, fields: dict[str, Any]) -> None:
    kept = {name: value for name, value in fields.items() if name not in {"audience", "group"}}
    for name, value in kept.items():
        setattr(category, name, value)
    category.save(update_fields=list(kept) or None)


def _list_right(category: Category) -> None:
    """Its topics stand in the common list as it does, but for those that a moderator keeps out of every list."""
    listed = category.in_latest
    there = Topic.objects.for_actions().filter(category=category, unlisted=False, listed=not listed)
    there.update(listed=listed)


@transaction.atomic
def appoint(person: User, category: Category, *, by: User) -> Moderator:
    """Let a person look after a category and those below it."""
    moderator, is_new = Moderator.objects.get_or_create(person=person, category=category)
    if is_new:
        record(by, "moderator-appointed", category, person=person.pk)
    return moderator

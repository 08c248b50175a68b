from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import pgettext

from space.accounts.models import User
from space.discuss.actions import arrange_category
from space.discuss.actions.rooms import category_named
from space.discuss.models import Category, CategoryKind, Door

# Archives stand at the end of the list, unless somebody places them.
_AFTER_THE_LIVING = 900


def archive_category(slug: str, *, by: User, name: str = "", language: str = "") -> Category:
    """The archive of this slug. A new one is closed, out of Latest, and hidden from search engines."""
    category = category_named(slug)
    if category is None:
        fields: dict[str, Any] = {
            "name": (name or slug)[:80],
            "language": language,
            "kind": CategoryKind.ARCHIVE,
            "who_replies": Door.NOBODY,
            "who_starts": Door.NOBODY,
            "suppressed_from_latest": True,
            "noindex": True,
            "position": _AFTER_THE_LIVING,
        }
        return arrange_category(slug, by=by, **fields)
    if not category.is_archive:
        raise ValidationError(
            pgettext("archive", "“%(name)s” is no archive. Choose an archive, or a name that is not in use."),
            code="no_archive",
            params={"name": category.name},
        )
    return category

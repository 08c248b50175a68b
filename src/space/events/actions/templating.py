"""Templates of events are kept, get another name, and go."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import npgettext, pgettext

from space.accounts.models import User
from space.accounts.sayings import pass_at_once
from space.discuss.models import Category
from space.events.models import Template
from space.kit import clock
from space.kit.fields import one_line

MOST_OWN, MOST_OF_CATEGORY = 20, 20
# Letters of all that one holds.
_LONGEST = 100_000


@transaction.atomic
def keep_template(said: dict[str, Any], *, by: User, name: str, category: Category | None = None) -> Template:
    """Under a name that there is already it takes the place of the one before."""
    User.objects.select_for_update(no_key=True).only("pk").get(pk=by.pk)
    name = _named(name, by, category)
    if sum(len(str(value)) for value in said.values()) > _LONGEST:
        raise ValidationError(pgettext("refusal", "This is too long for a template. Keep less of the text."))
    among = _beside(by, category)
    kept = among.filter(name=name).first() or Template(by=by, category=category, name=name)
    most = MOST_OF_CATEGORY if category else MOST_OWN
    if kept.pk is None and among.count() >= most:
        text = npgettext(
            "refusal",
            "There is room for %(n)d template. Take one away first.",
            "There is room for %(n)d templates. Take one away first.",
            most,
        )
        raise ValidationError(text % {"n": most}, code="too_many")
    kept.by, kept.said, kept.changed_at = by, said, clock.now()
    kept.save()
    return kept


@transaction.atomic
def rename_template(template: Template, *, by: User, name: str) -> None:
    User.objects.select_for_update(no_key=True).only("pk").get(pk=by.pk)
    name = _named(name, by, template.category)
    if _beside(template.by, template.category).filter(name=name).exclude(pk=template.pk).exists():
        raise ValidationError(pgettext("refusal", "Another template has this name."), code="taken")
    Template.objects.for_actions().filter(pk=template.pk).update(name=name)


def delete_template(template: Template) -> None:
    """Events that began with it stay as they are. Deleting it again changes nothing."""
    Template.objects.for_actions().filter(pk=template.pk).delete()


def _beside(by: User, category: Category | None) -> Any:
    every = Template.objects.for_actions()
    return every.filter(category=category) if category else every.filter(category=None, by=by)


def _named(name: str, by: User, category: Category | None) -> str:
    """One's own is read by nobody else; that of a category by all who add events to it."""
    name = one_line(name)
    if category:
        name = pass_at_once({"name": name}, "event-template", by=by, of=category)["name"]
    if not name:
        raise ValidationError(pgettext("refusal", "Give the template a name."), code="no_name")
    return name[:100]

"""How much a person wants to hear of categories, tags and people."""

from typing import TypeAlias

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import pgettext_lazy

from space.accounts.models import User
from space.discuss.models import Category, Following, Level, ListTaste, Tag
from space.kit import clock

Followed: TypeAlias = Category | Tag | User
_NAMES: dict[type[Followed], str] = {Category: "category", Tag: "tag", User: "other"}


@transaction.atomic
def follow(thing: Followed, *, by: User, level: Level) -> Level:
    """Hear more of a category, a tag or a person, or (muted) nothing. Normal is what everybody begins with."""
    if thing == by:
        raise ValidationError(
            pgettext_lazy("following", "One cannot follow or mute oneself."), code="oneself"
        )
    # Two tabs of the same person wait for each other here.
    User.objects.select_for_update(no_key=True).only("pk").get(pk=by.pk)
    named = {_NAMES[type(thing)]: thing}
    if level == Level.NORMAL:
        Following.objects.filter(person=by, **named).delete()
    else:
        Following.objects.update_or_create(
            person=by, **named, defaults={"level": level}, create_defaults={"level": level, "at": clock.now()}
        )
    return level


@transaction.atomic
def save_list_taste(
    by: User, *, hidden_kinds: list[str], new_days: int | None, opens_notes: bool = False
) -> ListTaste:
    """What this person's lists leave out, for how long a topic is new there, and whether content notes stand open."""
    taste, _ = ListTaste.objects.update_or_create(
        person=by, defaults={"hidden_kinds": hidden_kinds, "new_days": new_days, "opens_notes": opens_notes}
    )
    return taste

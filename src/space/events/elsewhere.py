"""What events add to the pages of others. Each starts from what the reader may see."""

from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import pgettext

from space.accounts.models import User
from space.accounts.readers import Reader
from space.discuss.embedding import register
from space.discuss.models import Category, Tag
from space.discuss.models.categories import Audience
from space.events.actions.erasing import empty_group
from space.events.lists.counted import EVENTS
from space.events.lists.soon import people_with_events, rooms_with_events, soon, tags_with_events
from space.events.lists.wanted import Wanted
from space.events.shown.embeds import EVENTS as EVENT_ADDRESSES
from space.events.shown.embeds import cards_of_events
from space.events.shown.rows import rows_of
from space.groups.models import Group
from space.membership import burying
from space.web import panels

_SHOWN = 3


def of_category(category: Category, reader: Reader) -> dict[str, Any] | None:
    """With what stands in the categories below it."""
    if category.audience == Audience.PUBLIC and category.pk not in rooms_with_events.get():
        return None
    inside = Q(event__topic__category=category) | Q(event__topic__category__parent=category)
    return _next(reader, Wanted(category=category.slug), inside)


def of_group(group: Group, reader: Reader) -> dict[str, Any] | None:
    """Of its rooms, as far as this reader sees them."""
    return _next(reader, Wanted(group=group.slug), Q(event__topic__category__group=group))


def of_tag(tag: Tag, reader: Reader) -> dict[str, Any] | None:
    if tag.pk not in tags_with_events.get():
        return None
    return _next(reader, Wanted(tag=tag.name), Q(event__topic__tags=tag))


def of_person(person: User, reader: Reader) -> dict[str, Any] | None:
    """What they organise. Where they go is theirs."""
    if person.pk not in people_with_events.get():
        return None
    return _next(reader, None, Q(event__organisers__person=person))


def _next(reader: Reader, wanted: Wanted | None, condition: Q) -> dict[str, Any] | None:
    found = rows_of(soon(reader, _SHOWN, condition), reader)
    if not found:
        return None
    title = pgettext("panel", "Next events") if wanted else pgettext("panel", "Organises")
    url = wanted.at(reverse("events:calendar"), view="list") if wanted else ""
    return {"rows": found, "title": title, "url": url}


def register_elsewhere() -> None:
    """Called once, from `ready()`."""
    partial = "events/_next.html"
    burying.register(empty_group)
    panels.register("person", order=7, partial=partial, content=of_person, tags=(EVENTS,))
    panels.register("category", order=10, partial=partial, content=of_category, tags=(EVENTS,))
    panels.register("group", order=20, partial=partial, content=of_group, tags=(EVENTS,))
    register(EVENT_ADDRESSES, cards_of_events, in_posts=True)
    panels.register("tag", order=10, partial=partial, content=of_tag, tags=(EVENTS,))

"""What Discuss adds to the pages of others. Each starts from what the reader may see."""

from typing import Any

from django.urls import reverse
from django.utils.translation import pgettext

from space.accounts import names
from space.accounts.models import User
from space.accounts.readers import Reader
from space.discuss.by_person import written_by, written_html
from space.discuss.lists.levels import NAMES_OF_PERSON, OF_PERSON, Menu
from space.discuss.lists.lines import lines
from space.discuss.lists.places import posts_of, topics_of
from space.discuss.models import Following, Level, Moderator, Topic
from space.discuss.permissions import can_follow_person
from space.discuss.rooms import categories
from space.discuss.rows import rows_html
from space.search.within import within
from space.web import panels

SHOWN = 5


def topics_of_person(person: User, reader: Reader) -> dict[str, Any] | None:
    """The topics that they began lately."""
    begun = Topic.objects.visible_to(reader).in_lists().filter(author=person)
    found = lines(begun.order_by("-created_at", "-pk"), reader, SHOWN)
    return {"rows": rows_html(found, reader), "url": topics_of(person)} if found else None


def posts_of_person(person: User, reader: Reader) -> dict[str, Any] | None:
    """What they wrote lately."""
    found = written_by(person, reader, SHOWN)
    return {"lines": written_html(found, reader), "url": posts_of(person)} if found else None


def moderates(person: User, reader: Reader) -> dict[str, Any] | None:
    """The categories that they look after, among those that the reader sees."""
    after = set(Moderator.objects.filter(person=person).values_list("category_id", flat=True))
    found = [one for one in categories(reader) if one.pk in after] if after and person.is_active else []
    return {"categories": found} if found else None


def level_of_person(person: User, reader: Reader) -> dict[str, Any] | None:
    """The menu by which one follows or mutes them."""
    if not can_follow_person(reader, person):
        return None
    menu = Menu(OF_PERSON, reverse("discuss:follow"), "person", NAMES_OF_PERSON)
    here, value = person.get_absolute_url(), names.in_address(person.name)
    return {"menu": menu.shown(_level(person, reader), here=here, value=value)}


def buttons_of_person(person: User, reader: Reader) -> dict[str, Any] | None:
    """The same on a card, as one or two buttons."""
    if not can_follow_person(reader, person):
        return None
    level = _level(person, reader)
    return {
        "action": reverse("discuss:follow"),
        "value": names.in_address(person.name),
        "follows": level > Level.NORMAL,
        "mutes": level < Level.NORMAL,
    }


def search_of_person(person: User, reader: Reader) -> dict[str, Any]:
    return {
        "within": within("by", person.name),
        "label": pgettext("search", "Search in what they wrote"),
    }


def _level(person: User, reader: Reader) -> int:
    found = Following.objects.filter(person=reader.pk, other=person).values_list("level", flat=True).first()
    return Level.NORMAL if found is None else found


def register() -> None:
    """Called once, when everything is there."""
    from space.discuss.standing import standing

    panels.register("person", order=10, partial="discuss/_topics_of_person.html", content=topics_of_person)
    panels.register("person", order=20, partial="discuss/_posts_of_person.html", content=posts_of_person)
    panels.register("person:aside", order=20, partial="discuss/_moderates.html", content=moderates)
    panels.register(
        "person:actions", order=10, partial="discuss/_level_of_person.html", content=level_of_person
    )
    # Before the menu, whose panel hangs from its end and is wider than it.
    panels.register("person:actions", order=5, partial="search/_within.html", content=search_of_person)
    panels.register(
        "person:card", order=10, partial="discuss/_buttons_of_person.html", content=buttons_of_person
    )
    panels.register("preferences", order=10, partial="discuss/_standing.html", content=standing)

"""The groups that were ever asked something, as everybody may know of them: few, and kept in the process.

Pages name the asked group in heads, in rows and beside posts, and ask the database nothing for it.
"""

from typing import NamedTuple

from django.urls import reverse

from space.accounts.readers import NOBODY, Reader
from space.discuss.asking.rules import can_answer_for
from space.discuss.models import Asking, Audience, Category, Door, Topic
from space.discuss.rooms import categories
from space.groups.actions import GROUPS
from space.groups.models import Group
from space.languages import mark
from space.web.kept import Kept


class Asked(NamedTuple):
    pk: int
    slug: str
    name: str
    language: str
    # Codes of the languages that are spoken there.
    languages: list[str]
    shows_members: bool
    about: str
    category: int
    takes: bool

    @property
    def url(self) -> str:
        return reverse("discuss:questions", args=[self.slug])

    @property
    def ask_url(self) -> str:
        return reverse("discuss:ask_group", args=[self.slug])

    @property
    def shown(self) -> dict[str, str]:
        """Its name with the way to its questions, ready-made for partials."""
        return {"name": self.name, "url": self.url, **mark(self.language)._asdict()}


_OF_GROUP = (
    "group",
    "group__slug",
    "group__name",
    "group__language",
    "group__languages",
    "group__shows_members",
)


def _all() -> dict[int, Asked]:
    rows = Asking.objects.filter(group__in=Group.objects.visible_to(NOBODY).values("pk"))
    found = rows.values_list(*_OF_GROUP, "about", "category", "ended_at", "group__closed_at")
    return {
        pk: Asked._make((pk, *rest, ended is None and closed is None)) for pk, *rest, ended, closed in found
    }


_kept: Kept[dict[int, Asked]] = Kept(GROUPS, _all)


def asked_group(pk: int | None) -> Asked | None:
    """None where nobody was asked, and where not everybody may know of the group."""
    return _kept.get().get(pk) if pk else None


def known_groups() -> list[Asked]:
    return sorted(_kept.get().values(), key=lambda one: one.name)


def answered_for(reader: Reader, topic: Topic) -> Asked | None:
    """The group for which this reader may answer in this topic."""
    return asked_group(topic.asked_id) if can_answer_for(reader, topic) else None


def room_of(asked: Asked) -> Category | None:
    """Where one can ask it now. It takes no questions where this is not open to everybody any more."""
    if not asked.takes:
        return None
    return next((one for one in open_rooms() if one.pk == asked.category), None)


def open_rooms() -> list[Category]:
    """Categories in which questions to groups can stand: everybody reads there, and who is signed in begins topics."""
    return [one for one in categories(NOBODY) if _is_open(one)]


def _is_open(room: Category) -> bool:
    return room.audience == Audience.PUBLIC and room.who_starts == Door.MEMBERS and not room.is_archive


def where_to_ask() -> dict[int, str]:
    """The groups that take questions now, with where one asks them."""
    return {pk: one.ask_url for pk, one in _kept.get().items() if room_of(one)}

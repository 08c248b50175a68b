"""Categories as the pages of administration show them, ready-made."""

from typing import Any, NamedTuple

from django.urls import reverse
from django.utils.translation import npgettext, pgettext

from space.accounts.faces import Face, face
from space.accounts.models import Trust
from space.accounts.readers import Reader
from space.discuss.models import Audience, Category, Door, Moderator
from space.discuss.rooms import rooms_as_they_are
from space.groups.models import Group
from space.languages import mark


class RoomRow(NamedTuple):
    """One line of the list. `above` and `below` are those that it can change places with, or 0."""

    pk: int
    name: str
    lang: str
    dir: str
    tone: int
    icon: str
    url: str
    place_url: str
    about: str
    chips: list[str]
    above: int
    below: int
    is_child: bool


def rows(reader: Reader) -> list[RoomRow]:
    """The categories that this reader may know of, in their order, in two levels."""
    found = rooms_as_they_are(reader)
    tops = [one.category for one in found if one.category.parent_id is None]
    shown = []
    for one in found:
        shown.append(_row(one.category, tops, is_child=False))
        shown += [_row(child, list(one.children), is_child=True) for child in one.children]
    return shown


def _row(room: Category, beside: list[Category], *, is_child: bool) -> RoomRow:
    at = next((at for at, one in enumerate(beside) if one.pk == room.pk), None)
    return RoomRow(
        pk=room.pk,
        name=room.name,
        lang=mark(room.language).lang,
        dir=mark(room.language).dir,
        tone=room.tone,
        icon=room.icon,
        url=reverse("discuss:arrange_room", args=[room.pk]),
        place_url=reverse("discuss:place_room", args=[room.pk]),
        about=topics(room),
        chips=chips(room),
        above=beside[at - 1].pk if at else 0,
        below=beside[at + 1].pk if at is not None and at + 1 < len(beside) else 0,
        is_child=is_child,
    )


def topics(room: Category) -> str:
    n = room.topics_count
    return npgettext("category", "%(n)d topic", "%(n)d topics", n) % {"n": n}


def chips(room: Category) -> list[str]:
    """What is not as it is in most categories, in a few words each."""
    if room.is_archive:
        return [pgettext("category", "Archive")]
    trust = pgettext("category", "Trust to start: %(trust)s")
    told = {
        pgettext("category", "Closed group"): room.audience == Audience.GROUP,
        pgettext("category", "Members only"): room.audience == Audience.MEMBERS,
        pgettext("category", "No new topics"): room.who_starts == Door.NOBODY,
        pgettext("category", "Moderators start topics"): room.who_starts == Door.MODERATORS,
        trust % {"trust": Trust(room.trust_to_start).label}: room.trust_to_start > Trust.NEW,
        pgettext("category", "Not in Latest"): room.suppressed_from_latest,
    }
    return [words for words, holds in told.items() if holds]


def moderators_of(room: Category) -> list[Face]:
    people = Moderator.objects.filter(category=room).order_by("person__name")
    return [face(pk, name) for pk, name in people.values_list("person", "person__name")]


def groups_moderating(room: Category, reader: Reader) -> list[Group]:
    return list(Group.objects.visible_to(reader).filter(moderates__category=room).order_by("name"))


def state_of(room: Category) -> dict[str, Any]:
    """What cannot be changed here: who sees it, how much is in it, whether it can go."""
    return {
        "group": room.group.name if room.group else "",
        "members_only": room.audience == Audience.MEMBERS,
        "topics": topics(room),
        "chips": chips(room),
    }

"""The filters over a list, as links that work by themselves: each leads to the list with one thing changed."""

from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Count
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, pgettext

from space import languages
from space.accounts.readers import NOBODY, Reader
from space.discuss.lists.places import Place
from space.discuss.lists.wanted import KINDS, Filters, Order, Status
from space.discuss.lists.written import Asked
from space.discuss.models import Tag, Topic
from space.discuss.rooms import moment_of_rooms, rooms
from space.web import fragments
from space.web.kept import Kept

_AT_MOST = 24


@dataclass(frozen=True)
class Choice:
    label: str
    url: str
    chosen: bool = False
    lang: str = ""
    tone: int = 0


@dataclass(frozen=True)
class Pill:
    """One filter: what it is about, what is chosen, and where each choice leads."""

    name: str
    label: str
    choices: tuple[Choice, ...]
    value: str = ""
    without: str = ""
    # Where one sets for good what this filter does for once.
    settings: Choice | None = None


def _spoken() -> tuple[str, ...]:
    """The languages of public topics, the most frequent first."""
    topics = Topic.objects.visible_to(NOBODY).in_latest().exclude(language="")
    found = topics.values("language").annotate(n=Count("pk")).order_by("-n", "language")
    return tuple(row["language"] for row in found[:_AT_MOST])


def _used_tags() -> tuple[str, ...]:
    """The tags of public topics, the most frequent first."""
    public = Topic.objects.visible_to(NOBODY).in_latest()
    found = Tag.objects.filter(topics__in=public).annotate(n=Count("topics")).order_by("-n", "name")
    return tuple(found.values_list("name", flat=True)[:_AT_MOST])


# Counted again when the lists by score are made: every ten minutes.
spoken: Kept[tuple[str, ...]] = Kept("scores", _spoken)
used_tags: Kept[tuple[str, ...]] = Kept("scores", _used_tags)


def pills_html(asked: Asked, reader: Reader) -> SafeString:
    """The filters of this list, kept for all who see the same categories and read the same languages.

    Filters that somebody wrote are many, so what stands around them is not kept.
    """
    place, order, filters = asked.place, asked.order, asked.filters
    moment = None if filters.text else moment_of_rooms(reader)
    key = (place.address, order, filters, reader.languages, reader.is_member, reader.groups, moment)

    def build(_: object = None) -> dict[Any, str]:
        shown = pills(place, order, filters, reader)
        more = [{"text": text, "url": place.of(order, less)} for text, less in asked.more]
        cleared = place.of(order, Filters()) if filters else ""
        context = {"pills": shown, "more": more, "cleared": cleared}
        return {key: render_to_string("discuss/_pills.html", context)}

    made = build() if moment is None else fragments.kept("pills", [key], build, language=get_language() or "")
    return mark_safe(made[key])


def pills(place: Place, order: str, filters: Filters, reader: Reader) -> list[Pill]:
    return [
        *([_categories(place, order, filters, reader)] if not place.category else []),
        _tags(place, order, filters),
        _kinds(place, order, filters, reader),
        _statuses(place, order, filters),
        _languages(place, order, filters, reader),
        *([_below(place, order, filters)] if place.below else []),
    ]


def _categories(place: Place, order: str, filters: Filters, reader: Reader) -> Pill:
    """On a page of everything a category is a place of its own; elsewhere it is a filter."""
    found = []
    for one in rooms(reader):
        for room in (one.category, *one.children):
            chosen = room.slug == filters.category
            url = place.of(order, filters.but(category=room.slug))
            if not place.tag and not place.author:
                url = Place(room.get_absolute_url(), category=room).of(order, filters)
            found.append(Choice(room.name, url, chosen, room.language, room.tone))
    value = next((choice.label for choice in found if choice.chosen), "")
    without = place.of(order, filters.but(category="")) if value else ""
    return Pill("category", pgettext("filter", "Category"), tuple(found), value, without)


def _tags(place: Place, order: str, filters: Filters) -> Pill:
    def toggled(name: str) -> Filters:
        kept = tuple(tag for tag in filters.tags if tag != name)
        return filters.but(tags=kept if name in filters.tags else (*filters.tags, name))

    names = dict.fromkeys([*filters.tags, *used_tags.get()])
    own = place.tag.name if place.tag else ""
    found = [
        Choice(f"#{name}", place.of(order, toggled(name)), name in filters.tags)
        for name in names
        if name != own
    ]
    found.append(Choice(pgettext("filter", "All tags…"), reverse("discuss:tags")))
    value = languages.listed(f"#{name}" for name in filters.tags)
    return Pill("tag", pgettext("filter", "Tag"), tuple(found), value, place.of(order, filters.but(tags=())))


def _kinds(place: Place, order: str, filters: Filters, reader: Reader) -> Pill:
    found = [
        Choice(str(label), place.of(order, filters.but(kinds=(kind,))), kind in filters.kinds)
        for kind, label in KINDS.items()
    ]
    pill = _one_of("kind", pgettext("filter", "Kind"), found, place.of(order, filters.but(kinds=())))
    if not reader.is_member:
        return pill
    hide = Choice(pgettext("filter", "Keep kinds out of your lists…"), reverse("discuss:my_lists"))
    return replace(pill, settings=hide)


def _statuses(place: Place, order: str, filters: Filters) -> Pill:
    left_out = Status.UNANSWERED if order == Order.UNANSWERED else ""
    found = [
        Choice(str(status.label), place.of(order, filters.but(status=status.value)), status == filters.status)
        for status in Status
        if status != left_out
    ]
    return _one_of("status", pgettext("filter", "Status"), found, place.of(order, filters.but(status="")))


def _languages(place: Place, order: str, filters: Filters, reader: Reader) -> Pill:
    codes = dict.fromkeys([*filters.languages, *reader.languages, *spoken.get()])
    found = []
    for code in codes:
        kept = tuple(one for one in filters.languages if one != code)
        chosen = code in filters.languages
        changed = filters.but(languages=kept if chosen else (*filters.languages, code))
        found.append(Choice(languages.autonym(code), place.of(order, changed), chosen, languages.bcp47(code)))
    value = languages.listed(languages.autonym(code) for code in filters.languages)
    return Pill(
        "languages",
        pgettext("filter", "Language"),
        tuple(found),
        value,
        place.of(order, filters.but(languages=())),
    )


def _below(place: Place, order: str, filters: Filters) -> Pill:
    with_all = pgettext("filter", "With the categories below")
    alone = pgettext("filter", "This category alone")
    found = [
        Choice(with_all, place.of(order, filters.but(below=True)), filters.below),
        Choice(alone, place.of(order, filters.but(below=False)), not filters.below),
    ]
    value = "" if filters.below else alone
    return Pill("below", with_all, tuple(found), value, place.of(order, filters.but(below=True)))


def _one_of(name: str, label: str, found: list[Choice], without: str) -> Pill:
    value = next((choice.label for choice in found if choice.chosen), "")
    return Pill(name, label, tuple(found), value, without)

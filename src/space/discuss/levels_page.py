"""All that one watches, tracks, follows or mutes: one kind of thing at a time, searched and in pages."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.safestring import SafeString
from django.utils.translation import pgettext

from space.accounts import names
from space.accounts.readers import Reader
from space.discuss.lists.levels import NAMES_OF_PERSON, OF_PERSON, OF_ROOM, Menu
from space.discuss.mine import level_menu
from space.discuss.models import Category, Following, Level, ReadMark, Tag, Topic
from space.kit.paging import Page
from space.languages import mark
from space.web.pager import pager

_A_PAGE = 30
TOPICS, CATEGORIES, TAGS, PEOPLE = "topics", "categories", "tags", "people"
# A form of its own (views/wishes.py), behind the last tab.
LISTS = "lists"


@dataclass(frozen=True)
class Row:
    """One thing, and the menu that says how much one wants to hear of it."""

    name: str
    url: str
    menu: SafeString
    lang: str = ""
    dir: str = "auto"
    note: str = ""


@dataclass(frozen=True)
class Shown:
    """What the page is asked for."""

    show: str = TOPICS
    level: int | None = None
    words: str = ""
    page: str = "1"

    @classmethod
    def asked(cls, query: Mapping[str, str]) -> "Shown":
        show, level = query.get("show", ""), query.get("level", "")
        known = {str(one.value): one.value for one in Level if one != Level.NORMAL}
        words = query.get("q", "").strip()[:100]
        return cls(show if show in _QUERIES else TOPICS, known.get(level), words, query.get("page", "1"))

    @property
    def url(self) -> str:
        said = {"show": self.show}
        said |= {"level": str(self.level)} if self.level is not None else {}
        said |= {"q": self.words} if self.words else {}
        return f"{reverse('discuss:levels')}?{urlencode(said)}"


def page_of(shown: Shown, reader: Reader, token: str) -> dict[str, Any]:
    """All that the template needs. Costs three queries, however many levels one has."""
    found = _QUERIES[shown.show](reader, shown.words)
    if shown.level is not None:
        found = found.filter(level=shown.level)
    page = Page.asked(shown.page, size=_A_PAGE, total=found.count())
    rows = found.order_by("-at", "-pk")[page.first - 1 : page.last]
    said = pgettext("pager", "%(first)d to %(last)d of %(total)d")
    return {
        "rows": [_row(one, shown.url, token) for one in rows],
        "tabs": tabs(shown.show),
        "shown": shown,
        "levels": _levels(shown),
        "pager": pager(shown.url, page, said) if page.count > 1 else None,
        "filtered": bool(shown.words or shown.level is not None),
    }


def _topics(reader: Reader, words: str) -> QuerySet[Any]:
    """Also those that are tracked because one read or wrote there."""
    seen = Topic.objects.visible_to(reader)
    seen = seen.filter(title__icontains=words) if words else seen
    marks = ReadMark.objects.filter(person=reader.pk, topic__in=seen).select_related("topic__category")
    return marks.exclude(level=Level.NORMAL)


def _categories(reader: Reader, words: str) -> QuerySet[Any]:
    seen = Category.objects.visible_to(reader)
    seen = seen.filter(name__icontains=words) if words else seen
    return Following.objects.filter(person=reader.pk, category__in=seen).select_related("category")


def _tags(reader: Reader, words: str) -> QuerySet[Any]:
    seen = Tag.objects.visible_to(reader).filter(stands_for=None)
    seen = seen.filter(name__icontains=words) if words else seen
    return Following.objects.filter(person=reader.pk, tag__in=seen).select_related("tag")


def _people(reader: Reader, words: str) -> QuerySet[Any]:
    named = Q(other__name__icontains=words) if words else Q(other__isnull=False)
    return Following.objects.filter(named, person=reader.pk).select_related("other")


_QUERIES = {TOPICS: _topics, CATEGORIES: _categories, TAGS: _tags, PEOPLE: _people}


def _row(one: ReadMark | Following, here: str, token: str) -> Row:
    if isinstance(one, ReadMark):
        lang, topic = mark(one.topic.language), one.topic
        menu = level_menu(topic, one.level, token, here)
        note = (
            ""
            if one.chosen or one.level != Level.TRACKING
            else pgettext("level", "since you read or wrote here")
        )
        return Row(topic.title, topic.get_absolute_url(), menu, lang.lang, lang.dir, note)
    action = reverse("discuss:follow")
    if one.category:
        menu = Menu(OF_ROOM, action, "category").html(
            one.level, value=one.category.slug, here=here, token=token
        )
        lang = mark(one.category.language)
        return Row(one.category.name, one.category.get_absolute_url(), menu, lang.lang, lang.dir)
    if one.tag:
        menu = Menu(OF_ROOM, action, "tag").html(one.level, value=one.tag.name, here=here, token=token)
        return Row(f"#{one.tag.name}", one.tag.get_absolute_url(), menu)
    person: Any = one.other
    shown = Menu(OF_PERSON, action, "person", NAMES_OF_PERSON)
    menu = shown.html(one.level, value=names.in_address(person.name), here=here, token=token)
    return Row(person.name, person.get_absolute_url(), menu)


def tabs(current: str) -> list[dict[str, Any]]:
    labels = {
        TOPICS: pgettext("levels", "Topics"),
        CATEGORIES: pgettext("levels", "Categories"),
        TAGS: pgettext("levels", "Tags"),
        PEOPLE: pgettext("levels", "People"),
    }
    found = [(show, label, Shown(show=show).url) for show, label in labels.items()]
    found.append((LISTS, pgettext("levels", "Your lists"), reverse("discuss:my_lists")))
    return [{"label": label, "url": url, "current": show == current} for show, label, url in found]


def _levels(shown: Shown) -> list[dict[str, Any]]:
    """Those that the things of this kind can have."""
    of_room = shown.show in (CATEGORIES, TAGS)
    labels = NAMES_OF_PERSON if shown.show == PEOPLE else {level: level.label for level in Level}
    possible = [Level.WATCHING, *([Level.FIRST_POSTS] if of_room else []), Level.TRACKING, Level.MUTED]
    return [
        {"value": level.value, "label": labels[level], "current": level == shown.level}
        for level in possible
        if level in labels
    ]

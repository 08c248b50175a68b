"""The filters over the Blog, as links: each leads to the list with one thing changed."""

from collections.abc import Callable, Iterable
from typing import Any

from django.utils.translation import pgettext

from space import languages
from space.blog.lists.counted import Counted
from space.blog.lists.wanted import Filters
from space.discuss.lists.pills import Choice, Pill
from space.languages.regions import region_name


def pills(filters: Filters, known: Counted) -> list[Pill]:
    return [
        _pill(filters, "language", pgettext("filter", "Language"), known.languages, languages.autonym),
        _pill(filters, "tag", pgettext("filter", "Tag"), known.tags, lambda name: f"#{name}"),
        _pill(filters, "region", pgettext("filter", "Region"), known.regions, region_name),
        _pill(filters, "author", pgettext("filter", "Author"), known.authors, str),
        *([] if filters.month else [_pill(filters, "year", pgettext("filter", "Year"), known.years, str)]),
    ]


def _pill(
    filters: Filters, name: str, label: str, found: Iterable[tuple[Any, int]], called: Callable[[Any], str]
) -> Pill:
    """What is chosen is named, whether or not it is among what there is most of."""
    chosen = getattr(filters, name)
    values = dict.fromkeys([*([chosen] if chosen else []), *(value for value, _ in found)])
    choices = [_choice(filters, name, value, called(value)) for value in values]
    return Pill(
        name,
        label,
        tuple(choices),
        called(chosen) if chosen else "",
        filters.but(**{name: 0 if name == "year" else ""}).url if chosen else "",
    )


def _choice(filters: Filters, name: str, value: Any, label: str) -> Choice:
    lang = languages.bcp47(str(value)) if name == "language" else ""
    return Choice(label, filters.but(**{name: value}).url, getattr(filters, name) == value, lang)

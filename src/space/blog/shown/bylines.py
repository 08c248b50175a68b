"""Who wrote a story, as its by-line names them: people with their page, guests by name alone."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import npgettext, pgettext

from space.accounts.faces import face_of, initial
from space.accounts.models import tone_of
from space.blog.models import Author

_NAMED_ON_CARDS = 3


def byline(authors: Iterable[Author]) -> list[dict[str, Any]]:
    """All of them in their order. A guest has no page: `url` is empty."""
    return [vars(face_of(one.person)) if one.person else _guest(one.name) for one in authors]


def names(authors: Iterable[Author]) -> list[str]:
    return [one.person.name if one.person else one.name for one in authors]


def short(authors: Iterable[Author]) -> dict[str, Any]:
    """For cards: the first few, and how many more there are."""
    told = byline(authors)
    more = len(told) - _NAMED_ON_CARDS
    said = npgettext("authors", "{names} and {n} more", "{names} and {n} more", max(more, 1))
    named = linked(told[:_NAMED_ON_CARDS])
    return {
        "first": told[0] if told else None,
        "names": format_html(said, names=named, n=more) if more > 0 else named,
    }


def linked(people: Sequence[dict[str, Any]]) -> SafeString:
    """Their names in a row, each a link to their page where they have one."""
    return format_html_join(pgettext("between names", ", "), "{}", ((_linked(one),) for one in people))


def _linked(one: dict[str, Any]) -> SafeString:
    name = format_html('<bdi translate="no">{}</bdi>', one["name"])
    return format_html('<a href="{}">{}</a>', one["url"], name) if one["url"] else name


def _guest(name: str) -> dict[str, Any]:
    tone = tone_of(sum(map(ord, name)))
    return {"name": name, "url": "", "initial": initial(name), "tone": tone, "picture": "", "large": ""}

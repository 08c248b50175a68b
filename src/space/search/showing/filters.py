"""The filters that stand in a text, as pills: what each says, and the text without it."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import pgettext

from space.search import naming
from space.search.grammar import Query, operators
from space.search.showing.facets import called
from space.search.showing.looking import Looking

# Chosen by links of its own.
_ELSEWHERE = ("order",)


@dataclass(frozen=True)
class Pill:
    # What it is and what it asks for.
    said: SafeString
    # The text without it, and its address.
    less: Query
    without: str
    # What stands in the box.
    text: str


def pills(looking: Looking) -> list[Pill]:
    return list(_pills(looking))


def _pills(looking: Looking) -> Iterator[Pill]:
    query = looking.query
    for term in query.filters:
        if term.name in _ELSEWHERE:
            continue
        values = called(term.name, term.keys, looking)
        value = format_html_join(
            ", ", '<bdi lang="{}">{}</bdi>', ((one.lang or "", one.label) for one in values)
        )
        value = format_html(pgettext("filter", "not {value}"), value=value) if term.without else value
        less = Query(tuple(other for other in query.terms if other is not term))
        # Translators: a filter over results, as in "Language: français".
        said = format_html(pgettext("filter", "{name}: {value}"), name=_label(term.name), value=value)
        yield Pill(said, less, looking.at(less), Query((term,)).spoken)


def _label(operator: str) -> str | Promise:
    """As the facet of the same filter is called, where there is one."""
    short = (facet.label for facet in naming.facets() if facet.operator == operator)
    return next(short, operators.get(operator).label)

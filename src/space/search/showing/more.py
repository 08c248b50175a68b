"""The filters as fields, under the box. Rendered once for what can be chosen in them and is; the words are put in."""

from collections.abc import Mapping
from typing import Any

from django.forms import CharField
from django.template.loader import render_to_string
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from space.accounts.readers import Reader
from space.search.grammar.form import FilterForm, choices_for, fields_of
from space.search.grammar.query import Query
from space.search.showing.asked import address
from space.web import fragments

_WORDS = [name for name, field in FilterForm.base_fields.items() if isinstance(field, CharField)]


def more_filters(query: Query, reader: Reader) -> SafeString:
    said = fields_of(query)
    chosen = {name: value for name, value in said.items() if name not in _WORDS}
    offered = choices_for(reader)
    key = (tuple(offered.items()), tuple((name, str(value)) for name, value in sorted(chosen.items())))

    def build(_: object) -> dict[Any, str]:
        return {key: _rendered(chosen, reader)}

    html = fragments.kept("more-filters", [key], build, language=get_language() or "")[key]
    for name in _WORDS:
        html = html.replace(_place(name), escape(said.get(name, "")), 1)
    return mark_safe(html)


def _rendered(chosen: Mapping[str, Any], reader: Reader) -> str:
    form = FilterForm(initial={**chosen, **{name: _place(name) for name in _WORDS}}, reader=reader)
    return render_to_string("search/_more_filters.html", {"form": form, "url": address()})


def _place(name: str) -> str:
    """Where its words come; nobody can type the sign."""
    return f"\x02{name}\x02"

"""What a list does not show because of its languages: how many topics, and in which languages they are."""

from collections import Counter
from dataclasses import replace
from typing import Any

from django.db.models import F, Func, QuerySet, TextField, Value
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import npgettext, pgettext

from space.accounts.narrowing import Hidden, named
from space.accounts.readers import Reader
from space.discuss.lists.lines import in_order, topics_of
from space.discuss.lists.shapes import meant, rows, shape, values_of
from space.discuss.lists.taste import Taste
from space.discuss.lists.wanted import Wanted
from space.discuss.models import Topic
from space.kit import clock

# How many topics from the top of a list are looked at, so that the longest list costs no more than this.
LOOKED_AT = 200


def hidden_in(wanted: Wanted, shown: frozenset[str], reader: Reader) -> Hidden:
    """Of the same list with all languages. One query, however many topics there are."""
    return hidden_among(_languages(wanted, reader), shown)


def hidden_among(found: list[list[str]], shown: frozenset[str]) -> Hidden:
    """Of things in these languages, each with its own first; of more than `LOOKED_AT` one has seen only so many."""
    away = Counter(spoken[0] for spoken in found if shown.isdisjoint(spoken))
    ranked = sorted(away, key=lambda code: (-away[code], code))
    return Hidden(away.total(), tuple(ranked), LOOKED_AT if len(found) == LOOKED_AT else 0)


def _languages(wanted: Wanted, reader: Reader) -> list[list[str]]:
    taste = Taste.of(reader)
    since = taste.new_since(clock.now())
    everything = replace(wanted, reads=(), filters=wanted.filters.but(languages=()), after=None)

    def compose(reader: Reader, *values: Any) -> QuerySet[Topic, Any]:
        alike, liked, moment = meant(everything, taste, values)
        spoken = Func(F("languages"), Value(" "), function="array_to_string", output_field=TextField())
        return in_order(topics_of(alike, reader, liked, moment), alike).values_list(spoken)[:LOOKED_AT]

    name = ("languages", LOOKED_AT, *shape(everything, taste))
    found = rows(name, everything, reader, values_of(everything, taste, since), compose)
    return [spoken.split(" ") for (spoken,) in found]


def told(hidden: Hidden) -> SafeString | str:
    """In a sentence that names the languages in themselves."""
    if hidden.number and hidden.among:
        said = npgettext(
            "languages",
            "Of the first {all} topics {n} is hidden, in {languages}.",
            "Of the first {all} topics {n} are hidden, in {languages}.",
            hidden.number,
        )
    elif hidden.number:
        said = npgettext(
            "languages",
            "{n} topic is hidden, in {languages}.",
            "{n} topics are hidden, in {languages}.",
            hidden.number,
        )
    else:
        return pgettext("languages", "No topic is hidden.")
    return format_html(said, n=hidden.number, all=hidden.among, languages=named(hidden.languages))

"""Facets as links: each changes the text of the box and nothing else."""

from collections.abc import Callable, Mapping, Sequence
from itertools import islice
from typing import Any, NamedTuple
from urllib.parse import quote_plus

from django.utils.functional import Promise
from django.utils.safestring import mark_safe
from django.utils.translation import npgettext, pgettext

from space.search import naming
from space.search.asking import Answer
from space.search.grammar import operators
from space.search.grammar.printing import value_printed
from space.search.naming import Facet, Named
from space.search.showing.looking import Looking
from space.web.skeletons import all_filled

# More than this is not looked through; the box knows all of them.
AT_MOST = 8
# Of so many it is asked what they are called, since some of them may have no name.
_NAMED = 2 * AT_MOST
# By what kinds are chosen; they stand over the results, not beside them.
KIND = "kind"
# Each costs a search.
_ASKED_AGAIN = 3
Counts = Mapping[str, Sequence[tuple[Any, int]]]


# Stands for a value in an address that is made once for all values of a facet.
_VALUE = "0value0"


class Choice(NamedTuple):
    label: str | Promise
    url: str
    number: int = 0
    chosen: bool = False
    lang: str = ""
    tone: int = 0


def counts_of(looking: Looking, answer: Answer) -> Counts:
    """How often each value stands among what was looked at.

    Where a facet narrows already, its numbers are those without it: so one sees what else there is to choose.
    """
    counts = dict(answer.facets)
    narrowing = [("species", KIND), *((one.name, one.operator) for one in naming.facets() if not one.every)]
    narrowed = [(name, operator) for name, operator in narrowing if looking.query.values(operator)]
    for name, operator in narrowed[:_ASKED_AGAIN]:
        wider = looking.count(looking.query.without(operator)).facets
        # Where no time was left for it, what was found already says something.
        counts[name] = wider.get(name) or counts.get(name, [])
    return counts


def looked_at(answer: Answer) -> int:
    """Every match is of some species."""
    return sum(number for _, number in answer.facets.get("species", ()))


def facets(looking: Looking, counts: Counts) -> list[dict[str, Any]]:
    """Those in which there is something to choose, or something was chosen."""
    found = ((facet, _choices(facet, looking, counts.get(facet.name, ()))) for facet in naming.facets())
    shown = [(facet, choices) for facet, choices in found if _is_of_use(choices)]
    rows = [choice._asdict() for _, choices in shown for choice in choices]
    html = iter(all_filled("search/_choice.html", "choice", rows))
    return [
        {"label": facet.label, "choices": mark_safe("".join(islice(html, len(choices))))}
        for facet, choices in shown
    ]


def kinds(looking: Looking, counts: Counts) -> list[Choice]:
    """Everything, or one kind of thing."""
    query = looking.query
    chosen, numbers = query.values(KIND), dict(counts.get("species", ()))
    every = Choice(pgettext("search", "All"), looking.at(query.without(KIND)), chosen=not chosen)
    each = [
        Choice(one.label, looking.at(query.but(KIND, one.name)), numbers.get(one.name, 0), one.name in chosen)
        for one in naming.all_species()
        if one.name in numbers or one.name in chosen
    ]
    return [every, *each] if len(each) > 1 or chosen else []


def counted(candidates: int, number: int) -> str:
    """Of how many the numbers beside the facets tell, where that is not all."""
    if not candidates or candidates >= number:
        return ""
    return npgettext(
        "search",
        "The numbers are of the first %(n)d match that was looked at.",
        "The numbers are of the first %(n)d matches that were looked at.",
        candidates,
    ) % {"n": candidates}


def _is_of_use(choices: list[Choice]) -> bool:
    return len(choices) > 1 or any(choice.chosen for choice in choices)


def _choices(facet: Facet, looking: Looking, counts: Sequence[tuple[Any, int]]) -> list[Choice]:
    """What was chosen stands first, also where nothing of it was found."""
    asked = [value for value, _ in counts[:_NAMED]]
    names = facet.names(asked, looking.reader) if asked else {}
    found = [(names[value], number) for value, number in counts if value in names]
    chosen = looking.query.values(facet.operator)
    known = {name.word for name, _ in found}
    lost = [
        (name, 0) for name in called(facet.operator, [key for key in chosen if key not in known], looking)
    ]
    rows = sorted([*lost, *found], key=lambda row: row[0].word not in chosen)
    address = _addresses(facet, looking)
    return [
        Choice(name.label, address(name.word), number, name.word in chosen, name.lang, name.tone)
        for name, number in rows[: AT_MOST + len(chosen)]
    ]


def called(operator: str, words: Sequence[str], looking: Looking) -> list[Named]:
    """What the values of a filter are called."""
    names = naming.called(operator, words, looking.reader) if words else {}
    return [names.get(word) or Named(operators.get(operator).said(word), word) for word in words]


def _addresses(facet: Facet, looking: Looking) -> Callable[[str], str]:
    """Where each value leads: it is chosen, beside others or too, or no longer."""
    query, chosen = looking.query, looking.query.values(facet.operator)
    more = query.also(facet.operator, _VALUE) if facet.every else query.but(facet.operator, *chosen, _VALUE)
    before, after = looking.at(more).rsplit(_VALUE, 1)

    def address(word: str) -> str:
        if word in chosen:
            return looking.at(query.without(facet.operator, word))
        return before + quote_plus(value_printed(word)) + after

    return address

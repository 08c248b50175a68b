"""What the page of search says before anything was asked: what there is, and examples that work in this place."""

from typing import Any

from space.accounts.readers import NOBODY
from space.search import naming
from space.search.asking import query as ask
from space.search.grammar import operators
from space.search.grammar.query import Query
from space.search.grammar.terms import Filter, Value
from space.search.naming import Facet, Species
from space.search.showing.asked import address
from space.search.showing.looking import everything
from space.web.kept import Kept


def what_there_is() -> list[Species]:
    return naming.all_species()


def examples() -> list[dict[str, Any]]:
    """For each facet the value that most public things have, so that there is something to find."""
    return [
        _example(facet, words) for facet, words in zip(naming.facets(), _frequent.get(), strict=True) if words
    ]


def _example(facet: Facet, word: str) -> dict[str, Any]:
    query = Query((Filter(facet.operator, (Value(word),)),))
    return {"text": query.spoken, "url": address(str(query)), "label": operators.get(facet.operator).label}


def _most_frequent() -> tuple[str, ...]:
    counts = ask(everything(size=1), NOBODY).facets
    found = []
    for facet in naming.facets():
        values = [value for value, _ in counts.get(facet.name, ())][:1]
        names = facet.names(values, NOBODY) if values else {}
        found.append(names[values[0]].word if values and values[0] in names else "")
    return tuple(found)


# Found again when lists by score are made: every ten minutes.
_frequent: Kept[tuple[str, ...]] = Kept("scores", _most_frequent)

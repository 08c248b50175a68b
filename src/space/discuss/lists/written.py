"""The filters of a list as a text, and a text as filters: two views of one thing.

What the parameters of an address can say is said by them, so that a list has one address: `tag=maps`, and not
`q=tag:maps`. The text of an address holds only the rest, in English. The box over a list shows both together.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from space.accounts.readers import Reader
from space.discuss.lists.places import Place, in_category
from space.discuss.lists.titles import saying
from space.discuss.lists.wanted import KINDS, Filters, Order, Status, Wanted
from space.search.grammar import LISTS, Filter, Query, Term, Unclear, Value, parse

# More is left in the text.
_MOST_TAGS = 8
_PLACES = frozenset({"category", "tag", "by", "topic"})
_ORDERS = {"newest": Order.LATEST, "top": Order.TOP, "hot": Order.HOT}


NOTHING = Query()


@dataclass(frozen=True)
class Asked:
    """A list that somebody asks for: where it stands, its order, its filters, and what their text says."""

    place: Place
    order: str
    filters: Filters
    text: Query = NOTHING

    def but(self, filters: Filters) -> "Asked":
        return replace(self, filters=filters)

    @property
    def written(self) -> str:
        """All filters as a text, as the reader's language writes it."""
        return Query((*_terms(self.filters), *self.text.terms)).spoken

    @property
    def more(self) -> list[tuple[str, Filters]]:
        """What the text says beyond the menus, term by term, each with the filters without it."""
        clear = (term for term in self.text.terms if not isinstance(term, Unclear))
        return [(Query((term,)).spoken, self._less(term)) for term in clear]

    def wanted(self, reader: Reader) -> Wanted:
        wanted = self.place.wanted(self.order, self.filters, reader)
        condition = self.text.topics(reader) & saying(self.text)
        named = bool(_PLACES.intersection(one.name for one in self.text.filters if not one.without))
        named = named or "archive" in self.text.values("kind")
        return replace(wanted, condition=condition, names_places=named) if condition else wanted

    def _less(self, term: Term) -> Filters:
        return self.filters.but(text=str(Query(tuple(one for one in self.text.terms if one != term))))


def understood(place: Place, order: str, filters: Filters, reader: Reader) -> Asked:
    """With as much of the text as can be said by the place, the order and the parameters said by them."""
    if not filters.text:
        return Asked(place, order, filters)
    text = parse(filters.text, reader, LISTS)
    text, order = _order(text, order)
    text, place, filters = _category(text, place, filters, reader)
    text, filters = _tags(text, place, filters)
    for name, field, known in _FIELDS:
        text, filters = _one_filter(text, filters, name, field, known)
    return Asked(place, order, filters.but(text=str(text)), text)


def _terms(filters: Filters) -> Iterator[Term]:
    if filters.category:
        yield Filter("category", (Value(filters.category),))
    yield from (Filter("tag", (Value(tag),)) for tag in filters.tags)
    said = (("kind", filters.kinds), ("lang", filters.languages), ("status", (filters.status,)))
    yield from (Filter(name, tuple(map(Value, values))) for name, values in said if any(values))


def _order(text: Query, order: str) -> tuple[Query, str]:
    asked = text.values("order")
    return (_without(text, *_of(text, "order")), _ORDERS[asked[0]]) if len(asked) == 1 else (text, order)


def _category(text: Query, place: Place, filters: Filters, reader: Reader) -> tuple[Query, Place, Filters]:
    """One category is a place of its own, where the list is not that of a tag or a person."""
    found = _of(text, "category")
    if len(found) != 1 or len(found[0].keys) != 1 or filters.category:
        return text, place, filters
    rest, slug = _without(text, *found), found[0].keys[0]
    if place.tag or place.author:
        return rest, place, filters.but(category=slug)
    return rest, in_category(slug, reader), filters


def _tags(text: Query, place: Place, filters: Filters) -> tuple[Query, Filters]:
    """Tags that all must be there; of several with commas between them one is enough, and they stay a text."""
    found = [one for one in _of(text, "tag") if len(one.keys) == 1][: _MOST_TAGS - len(filters.tags)]
    own = place.tag.name if place.tag else ""
    names = [name for one in found for name in one.keys if name != own]
    return _without(text, *found), filters.but(tags=tuple(dict.fromkeys((*filters.tags, *names))))


_FIELDS = (
    ("kind", "kinds", frozenset(KINDS)),
    ("lang", "languages", None),
    ("status", "status", frozenset(Status.values)),
)


def _one_filter(
    text: Query, filters: Filters, name: str, field: str, known: frozenset[str] | None
) -> tuple[Query, Filters]:
    """A filter that stands there once, with values that the parameter has too."""
    found = _of(text, name)
    if len(found) != 1 or getattr(filters, field) or not (known is None or known.issuperset(found[0].keys)):
        return text, filters
    keys = found[0].keys
    if field == "status":
        return (_without(text, *found), filters.but(status=keys[0])) if len(keys) == 1 else (text, filters)
    if field == "languages":
        return _without(text, *found), filters.speaking(",".join(keys))
    return _without(text, *found), filters.but(**{field: keys})


def _of(text: Query, name: str) -> list[Filter]:
    return [one for one in text.filters if one.name == name and not one.without]


def _without(text: Query, *terms: Term) -> Query:
    return replace(text, terms=tuple(one for one in text.terms if one not in terms))

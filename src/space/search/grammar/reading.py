"""From a text to a query. Nothing raises: what is not understood is told in a sentence, and stays in the text."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from space.accounts.readers import Reader
from space.search.grammar import operators, scanning, sentences
from space.search.grammar.operators import SEARCH, Operator
from space.search.grammar.query import Query
from space.search.grammar.scanning import Piece
from space.search.grammar.terms import Filter, Phrase, Term, Unclear, Value, Word

MOST_TERMS = 40
# What is like a wrong value is looked up, so only so many are told; of the others it is said that there are more.
_MOST_PROBLEMS = 8
# Of one operator so many values are looked up; others are not understood.
MOST_VALUES = 60


def parse(text: str, reader: Reader, here: str = SEARCH) -> Query:
    """What somebody wrote in a box of search, or of a list. One query for each operator in it at most."""
    found = list(scanning.pieces(scanning.tidied(text), lambda name: operators.called(name) is not None))
    problems = [sentences.too_many(MOST_TERMS)] if len(found) > MOST_TERMS else []
    reading = _Reading(found[:MOST_TERMS], reader, here)
    terms = tuple(dict.fromkeys(reading.terms()))
    if reading.more_problems:
        problems.append(sentences.more(reading.more_problems))
    return Query(terms, tuple(dict.fromkeys([*reading.problems, *problems])))


class _Reading:
    def __init__(self, pieces: Sequence[Piece], reader: Reader, here: str) -> None:
        self.pieces, self.reader, self.here = pieces, reader, here
        self.problems: list[str] = []
        self.more_problems = 0
        self.means = _means(pieces, reader)

    def terms(self) -> Iterator[Term]:
        for piece in self.pieces:
            if piece.name:
                yield from self._filter(piece)
            elif piece.quoted:
                yield Phrase(piece.text, piece.without)
            else:
                yield Word(piece.text, piece.without)

    def _filter(self, piece: Piece) -> Iterator[Term]:
        operator = operators.called(piece.name)
        typed = tuple(dict.fromkeys(said.text for said in piece.values))
        if operator is None:
            self._tell(lambda: sentences.unknown(piece.name))
            yield Unclear(piece.name, typed, piece.without)
            return
        if not typed:
            self._tell(lambda: sentences.empty(operator))
            yield Unclear(operator.name, (), piece.without)
            return
        yield from self._values(operator, typed, piece.without)

    def _values(self, operator: Operator, typed: tuple[str, ...], without: bool) -> Iterator[Term]:
        known = self.means[operator.name]
        good: dict[str, Value] = {}
        unclear = []
        for word in typed:
            value = known.get(word)
            problem = self._problem(operator, word, value, without)
            if value and not problem:
                good[value.key] = value
            else:
                unclear.append(word)
                self._tell(problem)
        if good:
            yield Filter(operator.name, tuple(good.values()), without)
        if unclear:
            yield Unclear(operator.name, tuple(unclear), without)

    def _tell(self, problem: Callable[[], str] | None) -> None:
        if problem is None:
            return
        if len(self.problems) < _MOST_PROBLEMS:
            self.problems.append(problem())
        else:
            self.more_problems += 1

    def _problem(
        self, operator: Operator, typed: str, value: Value | None, without: bool
    ) -> Callable[[], str] | None:
        """What makes the sentence, where there is something to say."""
        if value is None:
            return lambda: sentences.wrong(operator, operator.wrong(typed, self.reader))
        key = value.key
        if self.here not in operator.where(key):
            return lambda: sentences.elsewhere(operator, key, self.here)
        if without and not operator.turns(key):
            return lambda: sentences.not_turned(operator, key)
        if operator.for_members(key) and not self.reader.is_member:
            return lambda: sentences.for_members(operator, key)
        return None


def _means(pieces: Iterable[Piece], reader: Reader) -> Mapping[str, Mapping[str, Value]]:
    """What the values of each operator mean, asked once for each."""
    typed: dict[str, dict[str, None]] = {}
    for piece in pieces:
        operator = operators.called(piece.name) if piece.name else None
        if operator:
            typed.setdefault(operator.name, {}).update((said.text, None) for said in piece.values)
    return {
        name: operators.get(name).read(list(words)[:MOST_VALUES], reader) if words else {}
        for name, words in typed.items()
    }

"""The words of a question, as the index has them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from space.accounts.readers import Reader
from space.languages import guess
from space.search.asking.question import Question
from space.search.words import Piece, pieces, stem
from space.search.words.folding import fold
from space.search.words.stems import algorithm_of, likely

# So many words are all demanded; of more, some may be missing.
MOST_DEMANDED = 3
_SHORTEST_BEGINNING = 3
_MOST_LANGUAGES = 4
_LONGEST_ROW = 6
# Scripts without spaces begin with Thai.
_DENSE = "\u0e00"
# In so many documents stands a word that is common.
COMMON = 500
# So much begins like an unfinished word that the most frequent words of it will do.
MANY = 10 * COMMON


@dataclass(frozen=True)
class Term:
    """One thing to look for. Any of its forms will do."""

    forms: tuple[str, ...]
    # Also what begins like this.
    begins: str = ""
    # Where very much does, only these words of it, the most frequent.
    continued: tuple[str, ...] = ()

    @property
    def query(self) -> str:
        begun = [] if self.continued or not self.begins else [f"{_quoted(self.begins)}:*"]
        return _any([*map(_quoted, dict.fromkeys((*self.forms, *self.continued))), *begun])

    @property
    def is_pair(self) -> bool:
        """Two signs of a script without spaces; a word has a stem, too, or in phrases other letters."""
        return len(self.forms) == 1 and self.forms[0] >= _DENSE

    def shortened(self, frequencies: Mapping[str, int]) -> "Term":
        """A word that many have written is finished; and if its stem is in as many texts, that finds it too.

        An index reads all words with a beginning before it looks at anything else, so of very many the most frequent
        stand for all.
        """
        plain, *stems = [frequencies.get(form, 0) for form in self.forms]
        if plain < COMMON:
            often = self.begins and frequencies.get(f"{self.begins}*", 0) > MANY
            return replace(self, continued=tuple(self._known(frequencies))) if often else self
        return Term(self.forms[1:] if stems and max(stems) >= plain else self.forms)

    def _known(self, frequencies: Mapping[str, int]) -> Iterable[str]:
        return (word for word in frequencies if word.startswith(self.begins) and not word.endswith("*"))

    @property
    def in_title(self) -> str:
        begins = [f"{_quoted('^' + self.begins)}:*"] if self.begins else []
        return _any([*(_quoted("^" + form) for form in self.forms), *begins])


@dataclass(frozen=True)
class Terms:
    """What is demanded, as queries for the text and for the title; and what is weighed."""

    weighed: tuple[Term, ...] = ()
    demanded: tuple[str, ...] = ()
    demanded_in_title: tuple[str, ...] = ()
    # Demanded in every case: phrases, and what must not be there.
    phrases: tuple[str, ...] = ()
    phrases_in_title: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    # All words in the order in which they were typed: where they stand so, they are meant.
    row: str = ""
    # Pairs of signs that were typed as one run: few of them alone are another word.
    runs: tuple[tuple[Term, ...], ...] = ()
    langs: tuple[str, ...] = field(default=())

    def shortened(self, frequencies: Mapping[str, int]) -> "Terms":
        """Of words that many have written, what adds nothing but work is left out (`Term.shortened`)."""
        changed = {term: term.shortened(frequencies) for term in self.weighed}
        queries = {term.query: short.query for term, short in changed.items()}
        titles = {term.in_title: short.in_title for term, short in changed.items()}
        return replace(
            self,
            weighed=tuple(dict.fromkeys(changed.values())),
            demanded=tuple(queries.get(query, query) for query in self.demanded),
            demanded_in_title=tuple(titles.get(query, query) for query in self.demanded_in_title),
        )

    @property
    def is_long(self) -> bool:
        most = MOST_DEMANDED if len(self.demanded) > 1 else 2 * MOST_DEMANDED
        return len(self.weighed) > most


def terms_of(question: Question, reader: Reader) -> Terms:
    langs = languages_of(question, reader)
    told = [list(pieces(word)) for word in question.words]
    told = [found for found in told if found]
    weighed: list[Term] = []
    demanded, in_title = [], []
    for number, found in enumerate(told):
        terms = [term for piece in found for term in _terms(piece, langs)]
        if number == len(told) - 1 and len(found) == 1:
            terms = [*terms[:-1], _beginning(terms[-1], found[0])]
        weighed += terms
        demanded.append(_together(found, terms))
        in_title.append(" & ".join(term.in_title for term in terms))
    spoken = [list(pieces(phrase)) for phrase in question.phrases]
    weighed += [term for found in spoken for piece in found for term in _terms(piece, ())]
    return Terms(
        tuple(dict.fromkeys(weighed)),
        tuple(demanded),
        tuple(in_title),
        tuple(_row(found) for found in spoken if found),
        tuple(" & ".join(f"'^{lexeme}'" for lexeme in _lexemes(found)) for found in spoken if found),
        tuple(_refused(question.without, langs)),
        _row(piece for found in told for piece in found) if 1 < len(weighed) <= _LONGEST_ROW else "",
        tuple(tuple(_terms(piece, langs)) for found in told for piece in found if len(piece.signs) > 1),
        langs,
    )


def languages_of(question: Question, reader: Reader) -> tuple[str, ...]:
    """In which languages the words may be: they say it themselves, or the reader, or their script."""
    told = guess(question.text, reads=reader.languages)
    reads = (*question.languages, *reader.languages, reader.language)
    known = [told.code] if told.sure else [told.code, *reads, *likely(question.text)]
    return tuple(dict.fromkeys(filter(None, known)))[:_MOST_LANGUAGES]


def _terms(piece: Piece, langs: tuple[str, ...]) -> list[Term]:
    if not piece.signs:
        return [Term(_forms(piece.word, langs))]
    if len(piece.signs) == 1:
        return [Term(piece.signs, begins=piece.signs[0])]
    return [Term((pair,)) for pair in piece.pairs[:-1]]


def _forms(word: str, langs: tuple[str, ...]) -> tuple[str, ...]:
    ways = [lang for lang in langs if algorithm_of(lang)]
    ways += [""] if len(ways) < len(langs) else []
    return tuple(dict.fromkeys([fold(word), *("=" + stem(word, lang) for lang in ways)]))


def _beginning(term: Term, piece: Piece) -> Term:
    """The last word may not be finished yet."""
    word = fold(piece.word)
    if piece.signs or len(word) < _SHORTEST_BEGINNING:
        return term
    return Term(term.forms, begins=word)


def _together(found: list[Piece], terms: list[Term]) -> str:
    """What was typed without a space. Pairs of a run are not asked to stand in a row, since that has to be read in each
    text: where all of them are, they nearly always do, and where they do counts more (`row`)."""
    if len(terms) == 1:
        return terms[0].query
    if not any(piece.signs for piece in found):
        return _row(found)
    return " & ".join(term.query for term in terms)


def _row(found: Iterable[Piece]) -> str:
    """A phrase: these words, one right after the other, as they are written."""
    return " <-> ".join(map(_quoted, _lexemes(list(found))))


def _lexemes(found: list[Piece]) -> Iterator[str]:
    """Where a run goes on into a word its last sign stands alone; at the end of a phrase it begins a pair."""
    for number, piece in enumerate(found):
        if not piece.signs:
            yield fold(piece.word)
        else:
            yield from piece.pairs if number < len(found) - 1 else piece.pairs[: max(1, len(piece.signs) - 1)]


def _refused(without: Iterable[str], langs: tuple[str, ...]) -> Iterator[str]:
    for told in without:
        found = list(pieces(told))
        if len(found) == 1 and not found[0].signs:
            yield Term(_forms(found[0].word, langs)).query
        elif found:
            yield f"({_row(found)})"


def _any(queries: list[str]) -> str:
    return queries[0] if len(queries) == 1 else f"({' | '.join(queries)})"


def _quoted(lexeme: str) -> str:
    return f"'{lexeme}'"

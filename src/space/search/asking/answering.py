"""A question is answered: what is known of its words, candidates, weights, groups."""

from collections.abc import Sequence
from functools import cached_property

from space.accounts.readers import Reader
from space.groups.circles import inner_circles
from space.search.asking import planning
from space.search.asking.candidates import Candidate, Part, alike, candidates
from space.search.asking.deadline import Late, in_time
from space.search.asking.grouping import answer_of
from space.search.asking.knowing import Frequencies, frequencies, known
from space.search.asking.question import Answer, Question
from space.search.asking.ranking import ranked, says_enough
from space.search.asking.terms import COMMON, terms_of
from space.search.words import exact_title

# So many titles are like what was typed, where nothing else answers.
_ALIKE = 20


def query(question: Question, reader: Reader) -> Answer:
    """What answers this question, of what this reader may know of. The number of queries is the same for all."""
    return Search(question, reader).answer()


class Search:
    """One question on its way to the answer."""

    def __init__(self, question: Question, reader: Reader) -> None:
        self.question, self.reader = question, reader
        self.partial = False
        self.expected = 0.0
        self.found: dict[tuple[str, int], Candidate] = {}

    def answer(self) -> Answer:
        self.terms = terms_of(self.question, self.reader)
        self.narrowed = planning.narrowed(self.question)
        if not self._asks_for_something:
            return Answer()
        self.known = known.get()
        lexemes = planning.lexemes_of(self.narrowed)
        self.frequencies = Frequencies(self.known.documents, {})
        try:
            with in_time() as self.deadline:
                self.frequencies = frequencies(self.terms.weighed, lexemes, self.known.documents)
                self.terms = self.terms.shortened(self.frequencies.counted)
                self._look()
        except Late:
            self._leave_parts_out()
            # What was found until then is an answer too.
            self.partial = True
        rows = ranked(list(self.found.values()), self.question, self.terms, self.known, self.frequencies)
        return answer_of(rows, self.question, about=self._about, partial=self.partial)

    @property
    def _asks_for_something(self) -> bool:
        asked = self.question
        return bool(self.terms.weighed or self.narrowed or asked.within or asked.since or asked.until)

    @property
    def _about(self) -> int:
        return max(len(self.found), int(self.expected) if len(self.found) >= planning.WEIGHED else 0)

    def _look(self) -> None:
        if circles := inner_circles(self.reader):
            self._take(self._demanded(), circles=circles)
            self.deadline.go_on()
        self._look_among_public(self._demanded(), self._expected())
        if not self.found and len(self.terms.weighed) > 1 and not self.terms.is_long:
            some, together = self._some
            # Of two words that are common there is nothing else to ask than both.
            if not together or len(self.terms.weighed) > 2:
                self.deadline.go_on()
                self._look_among_public(some, together)
        self._leave_parts_out()
        if not self.found and self._may_have_slipped:
            self.deadline.go_on()
            found = alike(self.question, self.terms, _ALIKE)
            self.found.update(((one.kind, one.pk), one) for one in found)

    def _leave_parts_out(self) -> None:
        if self.terms.runs:
            self.found = {key: one for key, one in self.found.items() if says_enough(one, self.terms)}

    def _look_among_public(self, query: str, expected: float) -> None:
        self.expected = expected
        before = len(self.found)
        tries = planning.windows(expected, self._limit, self.known, self.question)
        self._take(query, lately=planning.lately(tries[0], self.question.until))
        while tries[0] is not None and len(self.found) - before < self._limit:
            # Far fewer than expected: then there are few at all.
            tries = tries[1:] if len(self.found) - before > self._limit // 10 else tries[1:][-1:]
            if not tries:
                # Older ones are there that nobody has looked at.
                self.partial = True
                return
            self.deadline.go_on()
            self._take(query, lately=planning.lately(tries[0], self.question.until), again=True)

    def _take(
        self, query: str, lately: Sequence[str] = (), circles: Sequence[int] = (), *, again: bool = False
    ) -> None:
        """Candidates by their texts; those by their titles and names need not be found again."""
        parts = []
        if not self.question.title_only:
            queries = [*([query] if query else []), *self.narrowed, *planning.inside(circles)]
            parts.append(Part(planning.without([*queries, *lately], self.terms.refused), self._limit))
            if lately and not again:
                queries.append(planning.STANDS_ALONE)
                parts.append(Part(planning.without(queries, self.terms.refused), planning.ALONE))
        if not again and (in_title := self._in_title(circles)):
            parts.append(Part(in_title, planning.TITLES))
        title = exact_title(self.question.text)
        found = candidates(parts, self.terms, title, self.question, circles) if parts else []
        self.found.update(((one.kind, one.pk), one) for one in found)

    @property
    def _limit(self) -> int:
        least = planning.BY_RARE_WORDS if self.terms.is_long else planning.WEIGHED
        return max(least, 3 * self.question.page * self.question.size)

    def _demanded(self) -> str:
        if self.terms.is_long:
            return planning.all_of([f"({self._some[0]})", *self.terms.phrases])
        return planning.all_of([*self.terms.demanded, *self.terms.phrases])

    @cached_property
    def _some(self) -> tuple[str, float]:
        return planning.by_rare_words(self.terms, self.frequencies, self.known)

    @property
    def _may_have_slipped(self) -> bool:
        """Words that many have written are as they were meant, so no title is to be found that is only like them."""
        asked = self.terms.weighed and not self.terms.phrases and not self.narrowed
        return bool(asked) and any(self.frequencies.of(term) < COMMON for term in self.terms.weighed)

    def _in_title(self, circles: Sequence[int]) -> str:
        wanted = [*self.terms.demanded_in_title, *self.terms.phrases_in_title]
        if not wanted or (self.terms.is_long and not self.question.title_only):
            return ""
        return planning.without([*wanted, *self.narrowed, *planning.inside(circles)], self.terms.refused)

    def _expected(self) -> float:
        if self.terms.is_long:
            return self._some[1]
        shares = [self.frequencies.share(self.frequencies.of(term)) for term in self.terms.weighed]
        filters = [
            sum(map(self.frequencies.share_of, planning.lexemes_of([query]))) for query in self.narrowed
        ]
        if filters or not all(term.is_pair for term in self.terms.weighed):
            return planning.estimate(self.known, [*shares, *filters])
        return planning.estimate(self.known, shares, planning.PAIRS_ALONE)

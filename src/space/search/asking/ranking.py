"""Candidates in the order in which they are shown."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from space.kit import clock
from space.kit.folding import folded
from space.search.asking.candidates import LONGEST, Candidate
from space.search.asking.knowing import Frequencies, Known
from space.search.asking.question import Question
from space.search.asking.terms import Term, Terms
from space.search.asking.weighing import TITLE, bm25, rarity, times

# What was written today counts so much more than what is very old; closed and archived things a little less.
_FRESH, _LOWERED = 0.1, 0.95
# Words in a row, as they were typed.
_IN_A_ROW = 1.2
_YEAR = 365 * 24 * 3600.0
# Of a run of signs half of its pairs has to be there. Where signs are letters (Thai, Lao, Burmese, Khmer), so many are
# enough of a whole sentence; where two signs are a word (Han, Kana, Hangul), a longer run than this is a sentence.
_LETTERS_END, _ENOUGH_LETTERS, _LONGEST_WORD = "\u1a00", 4, 4


def ranked(
    found: Sequence[Candidate], question: Question, terms: Terms, known: Known, frequencies: Frequencies
) -> list[Candidate]:
    """The best first. Exactly called so is better than anything."""
    if question.newest or not terms.weighed:
        return sorted(found, key=lambda one: (one.written, one.kind, one.pk), reverse=True)
    if found and not any(map(_fits, found)):
        # Only alike: in the order in which they came.
        return sorted(found, key=lambda one: _slips(question.text[:LONGEST], one.title))
    rarities = [rarity(frequencies.of(term), max(known.documents, len(found))) for term in terms.weighed]
    now = clock.now().timestamp()

    def order(one: Candidate) -> tuple[bool, float, float]:
        fresh = 1 + _FRESH / (1 + max(0.0, now - one.written) / _YEAR)
        counts, in_title = _counts(one, terms.weighed)
        weight = bm25(counts, rarities, one.length, known.average_length)
        weight += TITLE * sum(rare for rare, there in zip(rarities, in_title, strict=True) if there)
        weight *= _IN_A_ROW if one.is_in_a_row else 1
        return one.is_called_so, weight * fresh * (_LOWERED if one.lowered else 1), one.written

    return sorted(found, key=order, reverse=True)


def says_enough(one: Candidate, terms: Terms) -> bool:
    """Whether it has a word of the question, and not only a few signs that are part of another word."""
    counts, in_title = _counts(one, terms.weighed)
    there = {
        term: bool(count) or titled
        for term, count, titled in zip(terms.weighed, counts, in_title, strict=True)
    }
    pairs = {pair for run in terms.runs for pair in run}
    if one.is_called_so or any(found for term, found in there.items() if term not in pairs):
        return True
    return any(sum(there.get(pair, False) for pair in run) >= _least(run, terms) for run in terms.runs)


def _least(run: Sequence[Term], terms: Terms) -> int:
    half = (len(run) + 1) // 2
    if run[0].forms[0] < _LETTERS_END:
        return min(half, _ENOUGH_LETTERS)
    return 1 if terms.is_long or len(run) > _LONGEST_WORD else half


def _fits(one: Candidate) -> bool:
    return one.is_called_so or any(one.ranks)


def _slips(typed: str, title: str) -> float:
    """How far a title is from what was typed."""
    return 1 - SequenceMatcher(None, folded(typed), folded(title), autojunk=False).ratio()


def _counts(one: Candidate, weighed: Sequence[Term]) -> tuple[list[float], list[bool]]:
    """How often each term stands in it, and whether in the title."""
    counts: list[float] = []
    in_title: list[bool] = []
    at = 0
    for term in weighed:
        forms = len(term.forms) + bool(term.begins)
        ranks = one.ranks[at : at + forms]
        in_text = max(map(times, ranks[: len(term.forms)]))
        # What only begins like the word counts half.
        counts.append(in_text or (0.5 if term.begins and ranks[-1] else 0))
        in_title.append(one.ranks[at + forms] > 0)
        at += forms + 1
    return counts, in_title

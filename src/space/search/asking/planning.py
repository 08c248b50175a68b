"""Which documents to look at: all that match where they are few, else the newest of them."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from math import prod

from space.kit import clock
from space.search.asking.knowing import Frequencies, Known
from space.search.asking.question import Question
from space.search.asking.terms import Term, Terms
from space.search.words.vectors import filters, moments

# So many are weighed of those whose text matches, and of those whose title does.
WEIGHED, TITLES = 200, 100
# Things that stand alone, as people and categories: there are few, and they are never the newest.
ALONE, STANDS_ALONE = 50, "'#t0'"
# Up to so many matches are all looked at; of more the newest, so that about twice as many as are weighed match.
# Of phrases more, since few of them are what was asked.
_FEW, _FEW_PHRASES = 800, 2_000
# Questions of many words: as many candidates as these, found by their rarest words.
BY_RARE_WORDS, _RARE, _LEADING = 500, 5, 2
_MOST_DAYS, _MOST_MONTHS = 31, 24
# Pairs of one run share their signs.
PAIRS_ALONE = 0.2


def narrowed(question: Question) -> list[str]:
    """The filters of a question as queries on the index."""
    any_of = (
        filters("k", ["topic"] if question.first_only else []),
        filters("s", question.species),
        filters("l", question.languages),
        filters("a", question.authors),
        filters("p", question.places),
        filters("t", [question.topic or None]),
    )
    found = [" | ".join(f"'{lexeme}'" for lexeme in lexemes) for lexemes in any_of if lexemes]
    return [*found, *(f"'{lexeme}'" for lexeme in filters("g", question.tags))]


def inside(circles: Iterable[int]) -> list[str]:
    """What stands in one of these circles, as a query on the index."""
    told = [f"'{lexeme}'" for lexeme in filters("c", circles)]
    return [" | ".join(told)] if told else []


def lexemes_of(queries: Iterable[str]) -> list[str]:
    return [lexeme.strip("' ") for query in queries for lexeme in query.split("|")]


def all_of(queries: Iterable[str]) -> str:
    told = list(queries)
    return told[0] if len(told) == 1 else " & ".join(f"({query})" for query in told)


def without(queries: Iterable[str], refused: Iterable[str]) -> str:
    return all_of([*queries, *(f"!{one}" for one in refused)])


def estimate(known: Known, shares: Iterable[float], alone: float = 0.5) -> float:
    """How many documents match. Words like company: those of one language, and of one subject.

    So the rarest counts in full, the next as its square root, and so on. `alone` says how little they have to do
    with each other.
    """
    return known.documents * prod(
        (share ** (alone**place) for place, share in enumerate(sorted(shares))), start=1.0
    )


def windows(expected: float, wanted: int, known: Known, question: Question) -> list[datetime | None]:
    """Since when to look, one try after the other; None looks at everything."""
    if expected <= (_FEW_PHRASES if question.phrases else _FEW):
        return [None]
    share = expected / max(known.documents, 1)
    if question.until and question.until < clock.now():
        return [question.until - timedelta(days=31), question.until - timedelta(days=700), None]
    first = known.since(2 * wanted / share)
    if question.phrases:
        # Each is read, since an index knows no places.
        return [first, known.since(6 * wanted / share)]
    return [first, known.since(16 * wanted / share), None]


def lately(since: datetime | None, until: datetime | None) -> list[str]:
    """The time from then on as a query on the index; some more than that, never less."""
    if since is None:
        return []
    until = until or clock.now() + timedelta(days=1)
    days = (until - since).days + 1
    if days <= _MOST_DAYS:
        found = [moments(since + timedelta(days=day))[0] for day in range(days + 1)]
    elif days <= _MOST_MONTHS * 30:
        found = list(
            dict.fromkeys(moments(since + timedelta(days=day))[1] for day in range(0, days + 28, 28))
        )
    else:
        found = [f"@{year}" for year in range(since.year, until.year + 1)]
    return [" | ".join(f"'{lexeme}'" for lexeme in dict.fromkeys(found))]


def by_rare_words(terms: Terms, frequencies: Frequencies, known: Known) -> tuple[str, float]:
    """What a long question is looked for by, and how many match: its rarest words; where all are common, two of
    them together."""
    by_rarity = sorted(terms.weighed, key=frequencies.of)
    chosen: list[Term] = []
    missing = 1.0
    for term in by_rarity:
        missing *= 1 - frequencies.share(frequencies.of(term))
        if chosen and frequencies.documents * (1 - missing) > BY_RARE_WORDS:
            break
        chosen.append(term)
    if frequencies.of(chosen[0]) <= 4 * BY_RARE_WORDS or len(by_rarity) < 2:
        return " | ".join(term.query for term in chosen), 0
    return _together(by_rarity[:_RARE], frequencies, known)


def _together(terms: Sequence[Term], frequencies: Frequencies, known: Known) -> tuple[str, float]:
    """One of the two rarest and another one: an index reads the lists of these two, and little of the others."""
    shares = {term: frequencies.share(frequencies.of(term)) for term in terms}
    told, expected = [], 0.0
    for place, led in enumerate(terms[:_LEADING], 1):
        others = terms[place:]
        if others:
            told.append(f"({led.query} & ({' | '.join(other.query for other in others)}))")
            expected += sum(estimate(known, [shares[led], shares[other]]) for other in others)
    return " | ".join(told), expected

"""One hit for each topic, and how many of what there were."""

from collections import Counter
from collections.abc import Iterable, Sequence

from space.search.asking.candidates import Candidate
from space.search.asking.question import Answer, Facets, Hit, Question

_MOST_VALUES = 50


def answer_of(rows: Sequence[Candidate], question: Question, *, about: int, partial: bool) -> Answer:
    """Expects the best first."""
    hits = _grouped(rows, together=not question.topic)
    first = (question.page - 1) * question.size
    shown = (
        _of_each_kind(hits, question.per_kind) if question.per_kind else hits[first : first + question.size]
    )
    return Answer(
        hits=tuple(shown),
        about=about,
        partial=partial,
        facets=_facets(rows),
        has_next=not question.per_kind and len(hits) > first + question.size,
    )


def _grouped(rows: Iterable[Candidate], *, together: bool) -> list[Hit]:
    groups: dict[tuple[str, int], list[Candidate]] = {}
    for one in rows:
        key = ("", one.topic) if one.topic and together else (one.kind, one.pk)
        groups.setdefault(key, []).append(one)
    return [Hit(of[0].kind, of[0].pk, of[0].topic, len(of) - 1) for of in groups.values()]


def _of_each_kind(hits: Iterable[Hit], most: int) -> list[Hit]:
    """What was found in a topic stands for the topic."""
    taken: Counter[str] = Counter()
    shown = []
    for hit in hits:
        kind = "topic" if hit.topic else hit.kind
        taken[kind] += 1
        if taken[kind] <= most:
            shown.append(hit)
    return shown


def _facets(rows: Sequence[Candidate]) -> Facets:
    counted: dict[str, Counter[str | int]] = {
        "species": Counter(one.species for one in rows if one.species),
        "language": Counter(one.lang for one in rows if one.lang),
        "place": Counter(one.place for one in rows if one.place),
        "tag": Counter(tag for one in rows for tag in one.tags),
        "author": Counter(one.author for one in rows if one.author),
        "year": Counter(one.year for one in rows if one.topic),
    }
    return {
        name: sorted(counts.items(), key=lambda one: (-one[1], str(one[0])))[:_MOST_VALUES]
        for name, counts in counted.items()
    }

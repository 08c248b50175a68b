"""Did you mean …? For words that nobody has written, those like them that people have. From what is public alone."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import combinations

from django.db import connection

from space.accounts.readers import Reader
from space.kit.fields import one_line
from space.kit.folding import letters
from space.search.asking.deadline import Late, in_time
from space.search.asking.question import Question
from space.search.words import pieces
from space.search.words.folding import fold

# Shorter words are like too many others; of longer questions the first words are looked at.
_SHORTEST, _MOST_WORDS, _LONGEST = 4, 6, 80
# Of longer words the letters that are right are enough to find them by.
_LONGEST_TURNED = 10

# Words of which some documents are full, then titles, where each word counts.
_ALIKE = """
SELECT asked.word, alike.word FROM unnest(%s::text[], %s::text[]) AS asked (word, letters)
CROSS JOIN LATERAL (
  SELECT word FROM search_word
  WHERE spoken AND space_letters(word) %% asked.letters
  ORDER BY similarity(space_letters(word), asked.letters) DESC, documents DESC, word LIMIT 20) AS alike
WHERE NOT EXISTS (SELECT FROM search_word AS known WHERE known.word = asked.word)
"""
_TITLES = """
SELECT title FROM search_entry WHERE circle = 0 AND title <> '' AND %(asked)s <%% space_letters(title)
ORDER BY word_similarity(%(asked)s, space_letters(title)) DESC, kind, thing LIMIT 20
"""
# The survey is of some time ago: a word may be gone since, or nobody's but a group's.
_STILL_SAID = """
SELECT asked.word FROM unnest(%s::text[]) AS asked (word)
WHERE EXISTS (SELECT FROM search_entry WHERE circle = 0 AND words @@ ('''' || asked.word || '''')::tsquery)
"""


def suggestion(question: Question, reader: Reader) -> str:
    """The words of the question as they may have been meant; empty where nothing better is known.

    `reader` makes no difference: what only some may see suggests nothing to anybody.
    """
    typed = one_line(question.text)[:_LONGEST]
    meant: dict[str, str] = {}
    with suppress(Late), in_time():
        meant.update(_better(typed))
    return _replaced(typed, meant) if meant else ""


def _better(typed: str) -> Iterator[tuple[str, str]]:
    words = {fold(piece.word): piece.word for piece in pieces(typed) if _is_long(piece.word)}
    asked = list(words)[:_MOST_WORDS]
    if not asked:
        return
    surveyed, titled = _alike(asked)
    missing = [word for word in asked if word not in titled]
    turned = _turned(missing)
    best = {word: _nearest(word, [*turned[word], *surveyed[word], *titled]) for word in missing}
    said = {*titled, *_still_said(one for one in best.values() if one)}
    yield from ((words[word], one) for word, one in best.items() if one in said)


def _turned(words: Sequence[str]) -> dict[str, list[str]]:
    """For words that nobody has written, what they are with two letters in each other's place.

    Such a slip at the beginning of a word leaves too few letters in a row to be found by those.
    """
    ways = {word: list(_turns(word)) for word in words if len(word) <= _LONGEST_TURNED}
    said = set(_still_said({*ways, *(way for found in ways.values() for way in found)}))
    return defaultdict(
        list,
        {word: [way for way in found if way in said] for word, found in ways.items() if word not in said},
    )


def _turns(word: str) -> Iterator[str]:
    for one, other in combinations(range(len(word)), 2):
        if word[one] != word[other]:
            signs = list(word)
            signs[one], signs[other] = signs[other], signs[one]
            yield "".join(signs)


def _is_long(word: str) -> bool:
    """Of scripts without spaces two signs are a word."""
    return len(word) >= (_SHORTEST if ord(word[0]) < 0x0E00 else 2)


def _still_said(words: Iterable[str]) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(_STILL_SAID, [list(words)])
        return [word for (word,) in cursor.fetchall()]


def _alike(asked: Sequence[str]) -> tuple[dict[str, list[str]], list[str]]:
    """Words to choose from, for each as the survey knew them, and of titles as they are: two queries."""
    found: dict[str, list[str]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(_ALIKE, [list(asked), [letters(word) for word in asked]])
        for word, other in cursor.fetchall():
            found[word].append(other)
        cursor.execute(_TITLES, {"asked": letters(" ".join(asked))})
        titles = [title for (title,) in cursor.fetchall()]
    return found, list(dict.fromkeys(part for title in titles for part in _parts(title, asked)))


def _parts(title: str, asked: Sequence[str]) -> Iterator[str]:
    """Its words; of a run all parts that are as long as a word that was asked."""
    lengths = {len(word) for word in asked}
    for piece in pieces(title):
        if not piece.signs:
            yield fold(piece.word)
        for length in lengths:
            for at in range(len(piece.signs) - length + 1):
                yield "".join(piece.signs[at : at + length])


def _nearest(word: str, others: Sequence[str]) -> str:
    """One slip away, in longer words two. Two letters in each other's place are one, wherever they stand."""
    most, turned = 1 if len(word) < 8 else 2, set(_turns(word))
    near = [
        (slips, place, other)
        for place, other in enumerate(others)
        if (slips := 1 if other in turned else distance(word, other)) <= most
    ]
    return min(near)[2] if near and min(near)[0] else ""


def distance(one: str, other: str) -> int:
    """How many letters were left out, added, mistaken, or typed in the wrong order."""
    if abs(len(one) - len(other)) > 2:
        return 3
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, sign in enumerate(one, 1):
        before, last, row = row, before, [at]
        for to, same in enumerate(other, 1):
            cost = min(before[to] + 1, row[to - 1] + 1, before[to - 1] + (sign != same))
            if last and to > 1 and sign == other[to - 2] and one[at - 2] == same:
                cost = min(cost, last[to - 2] + 1)
            row.append(cost)
    return row[-1]


def _replaced(typed: str, meant: dict[str, str]) -> str:
    told = []
    for word in typed.split(" "):
        found = [piece.word for piece in pieces(word)]
        told.append(meant[found[0]] if len(found) == 1 and found[0] in meant else word)
    return " ".join(told)

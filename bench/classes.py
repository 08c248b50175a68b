"""Questions of every class, taken from the posts themselves: the same ones for the same data."""

import random
from collections.abc import Callable
from functools import cached_property

from django.db import connection

from space.search.asking import Question
from space.search.words import pieces
from space.search.words.folding import fold

_SAMPLE = 6_000
_TRIES = 200_000
_HAN = ("zh", "ja", "th")

Said = tuple[str, list[str]]


class Classes:
    """`known` counts in how many of all documents each word stands, as the last survey found."""

    def __init__(self, documents: int, number: int) -> None:
        self.documents, self.number = documents, number
        self.chance = random.Random(2019)
        with connection.cursor() as cursor:
            cursor.execute("SELECT word, documents FROM search_word WHERE word ~ '^[^-=^!#@]'")
            self.known: dict[str, int] = dict(cursor.fetchall())

    @property
    def all(self) -> dict[str, Callable[[], tuple[str, ...]]]:
        return {
            "rare": lambda: self._word(0, 0.0001),
            "medium": lambda: self._word(0.0005, 0.005),
            "very common": lambda: self._word(0.02, 1),
            "two common": lambda: self._two(1),
            "common of two languages": lambda: self._two(2),
            "phrase of common words": self._phrase,
            "CJK": self._run,
            "prefix": self._beginning,
            "question": self._question,
        }

    def questions(self, name: str) -> list[Question]:
        """As many different ones as there are, up to the number that is wanted."""
        make, found = self.all[name], {}
        for _ in range(_TRIES):
            words = make()
            if words:
                found[words] = None
            if len(found) == self.number:
                break
        as_phrase = name.startswith("phrase")
        return [
            Question(phrases=(" ".join(words),)) if as_phrase else Question(words=words) for words in found
        ]

    @cached_property
    def said(self) -> list[Said]:
        """Posts as their words, with the language."""
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT language, source FROM discuss_post WHERE id %% %s = 0 ORDER BY id LIMIT %s",
                [max(1, self.documents // _SAMPLE), _SAMPLE],
            )
            rows = cursor.fetchall()
        return [(lang, [piece.word for piece in pieces(text, lang)]) for lang, text in rows]

    def _share(self, word: str) -> float:
        return self.known.get(fold(word), 0) / self.documents

    def _post(self, *, spaced: bool = True) -> Said:
        while True:
            said = self.chance.choice(self.said)
            if (said[0] not in _HAN) is spaced and said[1]:
                return said

    def _word(self, least: float, most: float) -> tuple[str, ...]:
        word = self.chance.choice(self._post()[1])
        return (word,) if least <= self._share(word) <= most and len(word) > 2 and word.isalpha() else ()

    def _two(self, languages: int) -> tuple[str, ...]:
        (one, words), (other, others) = self._post(), self._post()
        if languages == 1:
            others = words
        elif one == other:
            return ()
        two = (self.chance.choice(words), self.chance.choice(others))
        return two if two[0] != two[1] and all(self._share(word) > 0.01 for word in two) else ()

    def _phrase(self) -> tuple[str, ...]:
        words = self._post()[1]
        at = self.chance.randrange(len(words))
        two = tuple(words[at : at + 2])
        return two if len(two) == 2 and all(self._share(word) > 0.005 for word in two) else ()

    def _run(self) -> tuple[str, ...]:
        run = self.chance.choice(self._post(spaced=False)[1])
        at = self.chance.randrange(len(run))
        part = run[at : at + self.chance.choice((2, 2, 3, 4))]
        return (part,) if len(part) > 1 and not part.isascii() else ()

    def _beginning(self) -> tuple[str, ...]:
        word = self.chance.choice(self._post()[1])
        return (word[: self.chance.choice((3, 4, 5))],) if len(word) > 5 and word.isalpha() else ()

    def _question(self) -> tuple[str, ...]:
        words = self._post()[1]
        at = self.chance.randrange(len(words))
        return tuple(words[at : at + 12 : 1][:12]) if at + 12 < len(words) else ()

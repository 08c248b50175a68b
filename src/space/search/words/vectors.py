"""A document as PostgreSQL keeps it: one vector that holds the words, and all that a question can filter by.

A lexeme without a sign before it is a word as it is written, with its places; `=` stands before what its forms have
in common, `^` before both of them where they stand in the title, `!` before the title as a whole; `#` before what
can be filtered by and `@` before the time. So one index answers a rare word of a common author as a common
word of last week: it is all the same to it.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from hashlib import sha1

from space.search.documents import Document
from space.search.words.folding import fold
from space.search.words.pieces import pieces
from space.search.words.stems import stem

# More words than these of one text are not looked at; PostgreSQL has places up to 16383, and 255 for each lexeme.
_MOST_WORDS, _MOST_PLACES, _LAST_PLACE = 15_000, 255, 16_383
# A vector holds a megabyte, with places: enough for every text that people write, but not for a file in a letter.
_MOST_BYTES = 600_000


def vector(document: Document) -> tuple[str, int]:
    """The vector as a literal, and how many words the document has."""
    places: dict[str, list[int]] = {}
    title = _put(places, document.title, document.lang, 1)
    in_title = [f"^{lexeme}" for lexeme in places]
    # A place stays free, so that no phrase reaches from the title into the text.
    length = _put(places, document.text, document.lang, title + 2)
    bare = [*in_title, *_others(document)]
    if document.title:
        bare.append(exact_title(document.title, document.lang))
    return " ".join([*map(_placed, places.items()), *(f"'{lexeme}'" for lexeme in bare)]), title + length


def exact_title(title: str, lang: str = "") -> str:
    """The same for titles of the same words, whatever stands between them."""
    words = " ".join(fold(piece.word) for piece in pieces(title))
    return "!" + sha1(words.encode(), usedforsecurity=False).hexdigest()[:12]


def moments(moment: datetime) -> tuple[str, str, str]:
    """Day, month and year: an index can tell what was written lately."""
    return f"@{moment:%Y-%m-%d}", f"@{moment:%Y-%m}", f"@{moment:%Y}"


def filters(sign: str, values: Iterable[object]) -> list[str]:
    """Lexemes of a filter: kinds, species, languages, authors, topics, places, tags, circles by `k s l a t p g c`."""
    return [f"#{sign}{value}" for value in values if value not in (None, "")]


def settled(*, circle: int, place: int | None, tags: Iterable[int], species: str) -> str:
    """The part of a vector that changes with where a topic is."""
    return " ".join(f"'{lexeme}'" for lexeme in _where(circle, place, tags, species))


def _others(document: Document) -> Iterator[str]:
    yield from moments(document.written_at)
    yield from filters("k", [document.kind])
    yield from filters("l", [document.lang])
    yield from filters("a", [document.author])
    # What stands alone has topic 0, so that names are found beside all that is said of them.
    yield from filters("t", [document.topic])
    yield from _where(document.circle, document.place, document.tags, document.species)


def _where(circle: int, place: int | None, tags: Iterable[int], species: str) -> Iterator[str]:
    yield from filters("c", [circle or None])
    yield from filters("p", [place])
    yield from filters("g", tags)
    yield from filters("s", [species])


def _put(places: dict[str, list[int]], text: str, lang: str, at: int) -> int:
    """The words of a text from this place on; says how many there were."""
    began, known, room = at, {}, _MOST_BYTES
    for piece in pieces(text, lang):
        if at - began > _MOST_WORDS or room < 0:
            break
        if piece.signs:
            for pair in piece.pairs:
                places.setdefault(pair, []).append(at)
                at += 1
            continue
        if piece.word not in known:
            known[piece.word] = fold(piece.word), "=" + stem(piece.word, lang)
            room -= sum(len(lexeme.encode()) for lexeme in known[piece.word])
        for lexeme in known[piece.word]:
            places.setdefault(lexeme, []).append(at)
        at += 1
    return at - began


def _placed(one: tuple[str, list[int]]) -> str:
    lexeme, places = one
    told = ",".join(str(min(place, _LAST_PLACE)) for place in places[:_MOST_PLACES])
    return f"'{lexeme}':{told}"

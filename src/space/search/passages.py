"""The passage of a text that answers, with the words of the question marked. Safe HTML comes out, whatever went in."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from html import escape

from django.utils.safestring import SafeString, mark_safe

from space.search.asking.question import Question
from space.search.words import pieces, spans, stem
from space.search.words.folding import fold, upright
from space.search.words.pieces import words_in
from space.search.words.stems import leaves_beginnings

# Characters of a passage, and how many of them stand before its first mark.
LONGEST, _BEFORE = 240, 60
# Of a long text so much is looked through.
_LOOKED_THROUGH = 20_000
# How far an edge may go back to stand between two words.
_EDGE = 20
_BEGINNING = 3
# Of a long question, words of so few letters are not marked: each sentence has them.
_LONG_QUESTION, _SHORT_WORD = 4, 3
_SKIN, _FLAG = re.compile("[\U0001f3fb-\U0001f3ff]"), re.compile("[\U0001f1e6-\U0001f1ff]{2}")
_JOINER = "\u200d"
_VIRAMAS = frozenset("\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca\u1039\u17d2")


@dataclass(frozen=True)
class _Asked:
    """What is looked for, as the words of the text are compared with it."""

    words: frozenset[str]
    stems: frozenset[str]
    pairs: frozenset[str]
    signs: frozenset[str]
    # Runs of more signs than a pair: where one stands whole, parts of it elsewhere say nothing.
    runs: frozenset[str]
    begins: str
    lang: str
    # With which letters all of these begin, where that can be told.
    letters: frozenset[str] | None

    @cached_property
    def told(self) -> "_Told":
        return _Told(self.stem_of)

    def stem_of(self, word: str) -> str:
        """The stem of a word as it stands in a text, or nothing where it was not asked for."""
        plain, stemmed = _plain_and_stem(word, self.lang)
        begun = bool(self.begins) and plain.startswith(self.begins)
        return stemmed if begun or plain in self.words or stemmed in self.stems else ""


class _Told(dict[str, str]):
    """Words of texts and what `stem_of` says: each is compared once, however often it stands in all texts of a page."""

    def __init__(self, stem_of: Callable[[str], str]) -> None:
        self.stem_of = stem_of

    def __missing__(self, word: str) -> str:
        return self.setdefault(word, self.stem_of(word))


@lru_cache(maxsize=20_000)
def _plain_and_stem(word: str, lang: str) -> tuple[str, str]:
    """Half of a text are a few hundred words."""
    known = upright(word, lang)
    return fold(known), stem(known, lang)


# Where something stands in the text, and what it is.
_Place = tuple[int, int, str]


def passage(text: str, question: Question, lang: str = "") -> SafeString:
    """Where most words of the question stand near each other; the beginning of the text where none does."""
    shown = " ".join(text[:_LOOKED_THROUGH].split())
    places = _telling(shown, _asked(question.words, question.phrases, lang))
    first, last = _around(shown, places)
    marked = _marked(shown, places, first, last)
    return mark_safe(("…" if first else "") + marked + ("…" if last < len(shown) else ""))


def marked_title(title: str, question: Question, lang: str = "") -> SafeString:
    """The whole title."""
    return mark_safe(
        _marked(title, _telling(title, _asked(question.words, question.phrases, lang)), 0, len(title))
    )


@lru_cache(maxsize=32)
def _asked(asked: tuple[str, ...], phrases: tuple[str, ...], lang: str) -> _Asked:
    """Kept for the other texts of the page."""
    told = [list(pieces(word, lang)) for word in (*asked, *phrases)]
    found = [piece for one in told for piece in one]
    words = [piece.word for piece in found if not piece.signs]
    if len(words) > _LONG_QUESTION:
        words = [word for word in words if len(word) > _SHORT_WORD] or words
    last = told[-1][-1] if told and told[-1] and not phrases else None
    begins = fold(last.word) if last and not last.signs and len(words) <= _LONG_QUESTION else ""
    begins = begins if len(begins) >= _BEGINNING else ""
    folded, stems = frozenset(map(fold, words)), frozenset(stem(word, lang) for word in words)
    return _Asked(
        words=folded,
        stems=stems,
        pairs=frozenset(pair for piece in found for pair in piece.pairs[:-1]),
        signs=frozenset(piece.signs[0] for piece in found if len(piece.signs) == 1),
        runs=frozenset("".join(piece.signs) for piece in found if len(piece.signs) > 2),
        begins=begins,
        lang=lang,
        letters=frozenset(word[:1] for word in folded | stems) if leaves_beginnings(lang) else None,
    )


def _telling(text: str, asked: _Asked) -> list[_Place]:
    """All places; without parts of runs, where a run stands whole."""
    words = words_in(text, asked.letters)
    if words:
        told = asked.told
        return [(*word.span(), stemmed) for word in words if (stemmed := told[word[0]])]
    places = list(_places(text, asked))
    if not asked.runs:
        return places
    joined = [(start, end, fold(upright(text[start:end]))) for start, end in _joined(places)]
    whole = [(start, end) for start, end, said in joined if any(run in said for run in asked.runs)]
    parts = [
        place for place in places if place[2] not in asked.pairs or any(a <= place[0] < b for a, b in whole)
    ]
    return parts if whole else places


def _places(text: str, asked: _Asked) -> Iterator[_Place]:
    """Compared as the index compares them."""
    before: tuple[int, int, str] | None = None
    for start, end, is_sign in spans(text):
        if not is_sign:
            before = None
            if told := asked.stem_of(text[start:end]):
                yield start, end, told
            continue
        sign = fold(upright(text[start:end]))
        if before and before[1] == start and before[2] + sign in asked.pairs:
            yield before[0], end, before[2] + sign
        elif sign in asked.signs:
            yield start, end, sign
        before = start, end, sign


def _around(text: str, places: Sequence[_Place]) -> tuple[int, int]:
    """From where to where: most of what was asked, each once, and the longer the words the better."""
    if len(text) <= LONGEST:
        return 0, len(text)
    best, begin = 0, 0
    for number, (start, _, _) in enumerate(places):
        near = {word for at, end, word in places[number : number + 50] if end <= start + LONGEST - _BEFORE}
        weight = sum(min(len(word), 8) for word in near)
        if weight > best:
            best, begin = weight, start
    first = _edge(text, max(0, min(begin - _BEFORE, len(text) - LONGEST)))
    return first, _edge(text, first + LONGEST)


def _edge(text: str, at: int) -> int:
    """At most so far; after a space where one is near, and never inside of what is seen as one sign."""
    if at <= 0 or at >= len(text):
        return max(0, min(at, len(text)))
    space = text.rfind(" ", at - _EDGE, at + 1)
    if space >= 0:
        return space + 1
    while at > 0 and _holds_together(text[at - 1], text[at]):
        at -= 1
    return at


def _holds_together(one: str, other: str) -> bool:
    """Marks, joined emoji, joined consonants, and flags: all in a row, rather than half of one."""
    if unicodedata.category(other)[0] == "M" or _JOINER in (one, other) or one in _VIRAMAS:
        return True
    return bool(_SKIN.match(other)) or bool(_FLAG.fullmatch(one + other))


def _marked(text: str, places: Iterable[_Place], first: int, last: int) -> str:
    parts, at = [], first
    for start, end in _joined(places):
        start, end = max(start, first), min(end, last)
        if start < end:
            parts += [escape(text[at:start]), "<mark>", escape(text[start:end]), "</mark>"]
            at = end
    return "".join([*parts, escape(text[at:last])]).strip()


def _joined(places: Iterable[_Place]) -> Iterator[tuple[int, int]]:
    """Pairs of a run overlap: what touches is one mark."""
    open_at: tuple[int, int] | None = None
    for start, end, _ in places:
        if open_at and start < open_at[1]:
            open_at = open_at[0], max(end, open_at[1])
            continue
        if open_at:
            yield open_at
        open_at = start, end
    if open_at:
        yield open_at

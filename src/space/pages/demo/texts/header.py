"""The lines above the first post, and what they say of the topic."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from space.pages.demo.texts.mistakes import BETWEEN, Place
from space.pages.demo.texts.told import Acceptance, Closing, Move, Renaming, Retagging, Said, Splitting


@dataclass(frozen=True)
class Keys:
    """What may be said above a text: once, several times; and what must be said."""

    once: frozenset[str]
    often: frozenset[str] = frozenset()
    needed: frozenset[str] = frozenset()

    @property
    def known(self) -> frozenset[str]:
        return self.once | self.often


_CONVERSATION = Keys(
    once=frozenset({"title", "language", "tags", "kind", "to", "answer", "pinned", "closed"})
    | {"was", "was-in", "was-tagged", "split", "poll", "poll-way"},
    often=frozenset({"option", "vote"}),
    needed=frozenset({"title", "language"}),
)
_KINDS = {"conversation", "question"}
_PINS = {"everywhere", "category"}


@dataclass(frozen=True)
class Line:
    """One key of the header with its value."""

    place: Place
    key: str
    value: str

    def one_of(self, choices: set[str]) -> str:
        if self.value not in choices:
            raise self.place.wrong(f"{self.key} is {' or '.join(sorted(choices))}, not “{self.value}”.")
        return self.value


@dataclass(frozen=True)
class Header:
    lines: tuple[Line, ...]

    def one(self, key: str) -> Line | None:
        return next(iter(self.all(key)), None)

    def all(self, key: str) -> tuple[Line, ...]:
        return tuple(line for line in self.lines if line.key == key)

    def needed(self, key: str) -> Line:
        return self.all(key)[0]


def header_of(path: Path, lines: Iterable[str], keys: Keys = _CONVERSATION, first: int = 1) -> Header:
    """These lines of the file, of which the first has the number `first`."""
    found: dict[str, list[Line]] = {}
    for number, written in enumerate(lines, start=first):
        if written.strip():
            line = _line(Place(path, number), written, keys)
            if line.key in found and line.key in keys.once:
                raise line.place.wrong(f"{line.key} is said once only.")
            found.setdefault(line.key, []).append(line)
    if missing := keys.needed - found.keys():
        raise Place(path, first).wrong(f"the header lacks {', '.join(sorted(missing))}.")
    return Header(tuple(line for said in found.values() for line in said))


def _line(place: Place, written: str, keys: Keys) -> Line:
    key, colon, value = written.partition(":")
    if not colon or key not in keys.known or not value.strip():
        raise place.wrong(f"a header is one of {', '.join(sorted(keys.known))}, with a value.")
    return Line(place, key, value.strip())


def tags(text: str) -> tuple[str, ...]:
    return tuple(tag.strip() for tag in text.split(",") if tag.strip())


def is_question(header: Header) -> bool:
    line = header.one("kind")
    return line is not None and line.one_of(_KINDS) == "question"


def asked(header: Header) -> str:
    """The group that the question is for."""
    if not (line := header.one("to")):
        return ""
    if not is_question(header):
        raise line.place.wrong("only a topic with “kind: question” is for a group.")
    return line.value


def pinned(header: Header) -> str:
    line = header.one("pinned")
    return line.one_of(_PINS) if line else ""


def closing(header: Header) -> Closing | None:
    if not (line := header.one("closed")):
        return None
    words = [word.strip() for word in line.value.split(BETWEEN, 2)]
    if len(words) != 3:
        raise line.place.wrong("closed says who, when and why: “closed: Name · -2d 3h · Solved.”")
    return Closing(words[0], line.place.ago(words[1]), words[2])


def answer(header: Header, posts: tuple[Said, ...]) -> Acceptance | None:
    """Which post the asker accepted. The question cannot be its own answer."""
    if not (line := header.one("answer")):
        return None
    if not is_question(header):
        raise line.place.wrong("only a topic with “kind: question” has an answer.")
    words = [word.strip() for word in line.value.split(BETWEEN)]
    if len(words) != 2:
        raise line.place.wrong("answer says which post and when: “answer: 4 · -3d 2h”.")
    number = line.place.number(words[0], len(posts), "post")
    when = line.place.ago(words[1])
    if number == 1 or posts[number - 1].deletion:
        raise line.place.wrong("the answer is another post than the question, and is still there.")
    if when > posts[number - 1].ago:
        raise line.place.wrong("it was accepted before it was written.")
    return Acceptance(number, when)


def renaming(header: Header, posts: tuple[Said, ...]) -> Renaming | None:
    found = _before(header, "was", posts)
    return Renaming(*found) if found else None


def move(header: Header, posts: tuple[Said, ...]) -> Move | None:
    found = _before(header, "was-in", posts)
    return Move(*found) if found else None


def retagging(header: Header, posts: tuple[Said, ...]) -> Retagging | None:
    found = _before(header, "was-tagged", posts)
    return Retagging(tags(found[0]), *found[1:]) if found else None


def splitting(header: Header, posts: tuple[Said, ...]) -> Splitting | None:
    """Which posts became a topic of their own, under which title: “split: 6-9 · Title · -3d 2h · Name”."""
    found = _before(header, "split", posts)
    if found is None:
        return None
    chosen, _, title = found[0].partition(BETWEEN)
    return Splitting(chosen.strip(), title.strip(), *found[1:])


def _before(header: Header, key: str, posts: tuple[Said, ...]) -> tuple[str, timedelta, str] | None:
    """What was otherwise at first, when that changed, and who changed it."""
    if not (line := header.one(key)):
        return None
    words = [word.strip() for word in line.value.rsplit(BETWEEN, 2)]
    if len(words) != 3:
        raise line.place.wrong(f"{key} says what it was, when that changed and by whom: “… · -4d 2h · Name”.")
    when = line.place.ago(words[1])
    if when > posts[0].ago:
        raise line.place.wrong("this changed before the topic was there.")
    return words[0], when, words[2]

"""Topics as they should be, in plain Python, for test_any_order."""

from dataclasses import dataclass, field

from space.accounts.models import User
from space.discuss.models import Category, Kind, Level

# Who belongs to the closed group.
LET_IN = "Kofi Mensah"


@dataclass
class Said:
    author: int
    text: str
    gone: bool = False
    deleted: bool = False
    thanks: set[int] = field(default_factory=set)


@dataclass
class Mark:
    number: int = 0
    level: int = Level.NORMAL
    chosen: bool = False


@dataclass
class Told:
    """A topic as it should be."""

    room: Category
    author: int
    posts: dict[int, Said]
    marks: dict[int, Mark] = field(default_factory=dict)
    closed: bool = False
    deleted: bool = False
    unlisted: bool = False
    answer: int | None = None
    kind: str = Kind.CONVERSATION
    # What stood at these numbers and stands elsewhere.
    stood: dict[int, Said] = field(default_factory=dict)

    @property
    def last(self) -> int:
        return max(self.there, default=0)

    @property
    def there(self) -> list[int]:
        return [number for number, said in sorted(self.posts.items()) if not said.gone]

    @property
    def next_number(self) -> int:
        return max([0, *self.posts, *self.stood]) + 1

    def mark(self, person: User) -> Mark:
        return self.marks.setdefault(person.pk, Mark())

    def seen_by(self, person: User | None) -> bool:
        return (
            bool(self.posts)
            and not self.deleted
            and (self.room.group_id is None or (person is not None and person.name == LET_IN))
        )

    def unread_by(self, person: User) -> bool:
        mark = self.marks.get(person.pk)
        return bool(
            mark
            and mark.level >= 1
            and mark.number < self.last
            and self.seen_by(person)
            and not self.unlisted
        )

    def written_by(self, person: User, number: int) -> None:
        mark = self.mark(person)
        mark.number = max(mark.number, number)
        if not mark.chosen:
            mark.level = max(mark.level, Level.WATCHING if number == 1 else Level.TRACKING)


def move(source: Told, into: Told, chosen: set[int], *, fresh: bool = False) -> None:
    """Posts go to another topic: all of them, if none that can be seen would stay."""
    whole = not set(source.there) - chosen
    going = sorted(source.posts if whole else chosen)
    said = {number: source.posts[number] for number in going}
    before, new = into.last, _numbers(said, into, fresh=fresh)
    _carry_marks(source, into, said, new, before=before, whole=whole, fresh=fresh)
    _carry_answer(source, into, new)
    for number, one in said.items():
        del source.posts[number]
        source.stood[number] = one
        into.posts[new[number]] = one
        if into.stood.get(new[number]) is one:
            del into.stood[new[number]]
    if 1 in said and not whole:
        first = source.there[0]
        source.posts[1] = source.stood[first] = source.posts.pop(first)
        source.answer = None if source.answer == first else source.answer


def _numbers(said: dict[int, Said], into: Told, *, fresh: bool) -> dict[int, int]:
    first = next(number for number, one in said.items() if not one.gone)
    follows, new = 2 if fresh else into.next_number, {}
    for number, one in said.items():
        old = [n for n, stood in into.stood.items() if stood is one and n not in into.posts]
        if fresh and number == first:
            new[number] = 1
        elif old and not fresh:
            new[number] = min(old)
        else:
            new[number], follows = follows, follows + 1
    return new


def _carry_answer(source: Told, into: Told, new: dict[int, int]) -> None:
    if source.answer in new:
        number = new[source.answer]
        if into.kind == Kind.QUESTION and into.answer is None and number > 1:
            into.answer = number
        source.answer = None


def _carry_marks(
    source: Told,
    into: Told,
    said: dict[int, Said],
    new: dict[int, int],
    *,
    before: int,
    whole: bool,
    fresh: bool,
) -> None:
    authors = {one.author for one in said.values()}
    seen = [number for number, one in said.items() if not one.gone]
    for person, mark in source.marks.items():
        follows = whole or person in authors
        unread = [number for number in seen if number > mark.number]
        read = new[unread[0]] - 1 if unread else max(new[number] for number in seen)
        level, chosen = (mark.level, mark.chosen) if follows else (Level.NORMAL, False)
        if there := into.marks.get(person):
            there.number = max(there.number, read) if there.number >= before else there.number
            there.level = there.level if there.chosen or level < 1 else max(there.level, level)
        elif follows or (fresh and read > 0):
            into.marks[person] = Mark(read, level, chosen)

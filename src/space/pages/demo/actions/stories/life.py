"""One story on its way, from the first line to what is said below it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from space.accounts.models import User
from space.blog import models as blog
from space.blog.actions.claiming import claim
from space.blog.actions.describing import About, Named
from space.blog.actions.featuring import feature
from space.blog.actions.noting import resolve, say
from space.blog.actions.reviewing import tick
from space.blog.actions.steps import take_step
from space.blog.actions.writing import begin_story, save_text
from space.discuss.models import Post
from space.pages.demo.actions.happening import Event, key_at, lot
from space.pages.demo.actions.saying import Saying
from space.pages.demo.actions.settling import People
from space.pages.demo.actions.stories.drafts import drafts, typed
from space.pages.demo.actions.stories.drawing import Drawings
from space.pages.demo.actions.stories.way import way_of
from space.pages.demo.cast import Person
from space.pages.demo.story_texts import Edition, Note, Stage, Story
from space.pages.demo.texts import Said
from space.web.moments import Moment


def key_of(told: Story) -> UUID:
    return key_at(f"stories/{told.slug}")


def missing(stories: Iterable[Story], people: list[Person], accounts: People, now: datetime) -> "list[Life]":
    """Those that are not there yet."""
    keys = {key_of(told): told for told in stories}
    there = set(blog.Story.objects.for_actions().filter(key__in=keys).values_list("key", flat=True))
    board = [person for person in people if person.board]
    return [Life(told, accounts, _editor(told, board), now) for key, told in keys.items() if key not in there]


def _editor(told: Story, board: list[Person]) -> Person:
    """Who decides for the board: its reviewer, or one of the others, never an author."""
    free = [person for person in board if person.name not in told.authors]
    own = [person for person in free if person.name == told.reviewer]
    return (own or free)[lot(told.slug) % len(own or free)]


@dataclass(kw_only=True)
class Beside(Saying):
    """The conversation of the review."""

    life: "Life"

    def write(self, post: Said, text: str, author: User) -> Post:
        key = key_at(f"{self.place}/{post.number}")
        return say(self.life.there, text, by=author, language=post.language, key=key)


@dataclass
class Life:
    told: Story
    people: People
    editor: Person
    now: datetime
    story: blog.Story | None = None
    drawings: Drawings = field(default_factory=Drawings)
    notes: dict[int, blog.Note] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.place = f"stories/{self.told.slug}"
        self.beside = Beside(f"{self.place}/review", self.told.review.posts, self.people, life=self)
        self.below = Saying(f"{self.place}/conversation", self.told.conversation, self.people)

    @property
    def there(self) -> blog.Story:
        if self.story is None:
            raise blog.Story.DoesNotExist(self.place)
        return self.story

    @property
    def authors(self) -> list[User]:
        return [self.people[name] for name in self.told.authors]

    def events(self, now: datetime) -> Iterator[Event]:
        for number, (at, act) in enumerate(way_of(self, now)):
            yield Event(at, (self.place, number, 0), act)
        yield from self.beside.events(now)
        yield from self.below.events(now)

    def begin(self) -> None:
        first = self.authors[0]
        self.story = begin_story(
            typed(drafts(self.told)[0], self.drawings, first),
            by=first,
            language=self.told.language,
            about=self._about(),
            is_pitch=self.told.stage == Stage.PITCH,
            key=key_of(self.told),
        )
        self.drawings.hang(self.story, first)
        if self.told.lead:
            self.drawings.lead(self.story, self.told.lead, first, self.told.original.alt)

    def _about(self) -> About:
        told = self.told
        return About(
            authors=[*map(Named, self.authors), *(Named(name=guest) for guest in told.guests)],
            tags=told.tags,
            projects=told.projects,
            regions=told.regions,
            wanted_on=(self.now + told.wanted).date() if told.wanted else None,
            note=told.note,
        )

    def save(self, edition: Edition, by: User, note: str = "") -> None:
        words = typed(edition, self.drawings, by)
        self.drawings.hang(self.there, by)
        save_text(self.there.original(), words, by=by, note=note)

    def take(self, step: str, by: User | None, reason: str = "", moment: Moment | None = None) -> None:
        self.story = take_step(self.there, step, by=by, reason=reason, moment=moment)
        self.below.topic = self.story.topic

    def claim(self, by: User) -> None:
        self.story = claim(self.there, by=by)

    def tick(self, point: str, by: User) -> None:
        tick(self.there, blog.Point(point), by=by)

    def feature(self, by: User) -> None:
        feature(self.there, by=by)

    def note(self, note: Note) -> None:
        by, original = self.people[note.by], self.there.original()
        key = key_at(f"{self.place}/note/{note.line}")
        post = say(
            self.there,
            note.text,
            by=by,
            passage=note.passage.replace("*", ""),
            edition=original,
            language=note.language,
            key=key,
        )
        self.notes[note.line] = post.note

    def resolve(self, note: Note) -> None:
        resolve(self.notes[note.line], by=self.people[note.resolved_by])

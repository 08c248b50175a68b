"""Events of the demo are added, answered, talked about, changed and cancelled again."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from space.events.actions import add_event, cancel_event
from space.events.actions.asking import Asked, ask
from space.events.actions.attending import answer
from space.events.actions.dating import leave_out, move_date
from space.events.models import Answer
from space.events.models import Event as Meeting
from space.pages.demo.actions.happening import Event, between, key_at, lot, moment
from space.pages.demo.actions.saying import Saying
from space.pages.demo.actions.settling import People, Rooms
from space.pages.demo.planned import Planned, Single


def key_of(told: Planned) -> UUID:
    return key_at(f"events/{told.slug}")


@dataclass
class Gathering:
    """One event as it comes to be: it is added, people come and talk, dates move, some are cancelled."""

    told: Planned
    people: People
    rooms: Rooms
    now: datetime
    made: Meeting | None = None

    def __post_init__(self) -> None:
        self.below = Saying(f"events/{self.told.slug}", self.told.posts, self.people)

    def events(self, now: datetime) -> Iterator[Event]:
        place, added = f"events/{self.told.slug}", moment(now, self.told.added_ago, lot(self.told.slug) % 50)
        yield Event(added, (place, 0, 0), self.add)
        for n, (name, says) in enumerate(self._answers(), start=1):
            at = between(added, self._closes(added), 0.1 + 0.8 * (lot(place + name) % 100) / 100)
            yield Event(at, (place, 1, n), partial(self.say, name, says))
        for n, single in enumerate(self.told.singles):
            yield Event(now - single.ago, (place, 2, n), partial(self.change, single))
        if cancelling := self.told.cancelling:
            yield Event(now - cancelling[0], (place, 3, 0), self.cancel)
        yield from self.below.events(now)

    def _answers(self) -> list[tuple[str, Answer]]:
        going = [(name, Answer.GOING) for name in self.told.going]
        return [*going, *((name, Answer.INTERESTED) for name in self.told.interested)]

    def _closes(self, added: datetime) -> datetime:
        """Nobody answers to what is over, or to what was cancelled."""
        day = self.told.first_day(self.now.date())
        begins = datetime(day.year, day.month, day.day, tzinfo=self.now.tzinfo) - timedelta(days=1)
        ends = [self.now, *([begins] if begins > added else [])]
        if cancelling := self.told.cancelling:
            ends.append(self.now - cancelling[0])
        return min(ends)

    def add(self) -> None:
        told = self.told
        self.made = add_event(
            told.plan(self.now.date()),
            by=self.people[told.by],
            title=told.title,
            text=told.text.strip(),
            language=told.language,
            tags=told.tags,
            category=self.rooms[told.category] if told.category else None,
            organisers=[self.people[name] for name in told.organisers],
            key=key_of(told),
        )
        self.below.topic = self.made.topic
        if told.questions:
            asked = [Asked(text, tuple(options)) for text, *options in told.questions]
            ask(self.made, asked, by=self.made.by)

    def say(self, name: str, says: Answer) -> None:
        if self.made:
            answer(self.made, by=self.people[name], says=says, is_public=lot(name) % 3 > 0)

    def change(self, single: Single) -> None:
        of = self.told.coming(self.now.date())[single.number - 1]
        if self.made and single.days is None:
            leave_out(self.made, of, by=self.people[self.told.by], note=single.note)
        elif self.made:
            span = self.made.span.on(of + timedelta(days=single.days or 0))
            move_date(self.made, of, span, by=self.people[self.told.by], note=single.note)

    def cancel(self) -> None:
        cancelling = self.told.cancelling
        if self.made and cancelling:
            cancel_event(self.made, by=self.people[self.told.by], reason=cancelling[1])


def missing(told: Iterable[Planned], people: People, rooms: Rooms, now: datetime) -> list[Gathering]:
    """Those that are not there yet."""
    keys = {key_of(one): one for one in told}
    there = set(Meeting.objects.for_actions().filter(key__in=keys).values_list("key", flat=True))
    return [Gathering(one, people, rooms, now) for key, one in keys.items() if key not in there]

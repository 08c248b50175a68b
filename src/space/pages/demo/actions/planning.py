"""Events of the demo are added, answered and cancelled again."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from space.events.actions import add_event, cancel_event
from space.events.actions.attending import answer
from space.events.models import Answer
from space.events.models import Event as Meeting
from space.pages.demo.actions.happening import Event, between, key_at, lot, moment
from space.pages.demo.actions.settling import People, Rooms
from space.pages.demo.planned import Planned


def key_of(told: Planned) -> UUID:
    return key_at(f"events/{told.slug}")


@dataclass
class Gathering:
    """One event as it comes to be: it is added, people say that they come, and some are cancelled."""

    told: Planned
    people: People
    rooms: Rooms
    now: datetime
    made: Meeting | None = None

    def events(self, now: datetime) -> Iterator[Event]:
        place, added = f"events/{self.told.slug}", moment(now, self.told.added_ago, lot(self.told.slug) % 50)
        yield Event(added, (place, 0, 0), self.add)
        for n, (name, says) in enumerate(self._answers(), start=1):
            at = between(added, self._closes(added), 0.1 + 0.8 * (lot(place + name) % 100) / 100)
            yield Event(at, (place, 1, n), partial(self.say, name, says))
        if cancelling := self.told.cancelling:
            yield Event(now - cancelling[0], (place, 2, 0), self.cancel)

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

    def say(self, name: str, says: Answer) -> None:
        if self.made:
            answer(self.made, by=self.people[name], says=says, is_public=lot(name) % 3 > 0)

    def cancel(self) -> None:
        cancelling = self.told.cancelling
        if self.made and cancelling:
            cancel_event(self.made, by=self.people[self.told.by], reason=cancelling[1])


def missing(told: Iterable[Planned], people: People, rooms: Rooms, now: datetime) -> list[Gathering]:
    """Those that are not there yet."""
    keys = {key_of(one): one for one in told}
    there = set(Meeting.objects.for_actions().filter(key__in=keys).values_list("key", flat=True))
    return [Gathering(one, people, rooms, now) for key, one in keys.items() if key not in there]

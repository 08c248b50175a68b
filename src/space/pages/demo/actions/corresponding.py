"""People of the demo write to each other privately."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from uuid import UUID

from space.discuss.actions import write_reply
from space.discuss.models import Post
from space.groups.models import Group
from space.messages.actions import begin_message
from space.pages.demo.actions.happening import Event, key_at, moment
from space.pages.demo.actions.settling import People
from space.pages.demo.cast import Letter
from space.pages.demo.times import ago


def key_of(letter: Letter, number: int) -> UUID:
    return key_at(f"message/{letter.slug}/{number}")


@dataclass(frozen=True)
class Correspondence:
    """One private conversation as it happens again."""

    letter: Letter
    people: People
    groups: dict[str, Group]

    def events(self, now: datetime) -> Iterator[Event]:
        for number, said in enumerate(self.letter.posts, start=1):
            order = (f"message/{self.letter.slug}", number, 0)
            yield Event(moment(now, ago(said["ago"]), 17), order, partial(self._say, number, said))

    def _say(self, number: int, said: dict[str, str]) -> None:
        letter, key = self.letter, key_of(self.letter, number)
        by, text, language = self.people[said["by"]], said["text"], said["language"]
        if number == 1:
            to, groups = (
                [self.people[name] for name in letter.to],
                [self.groups[slug] for slug in letter.groups],
            )
            begin_message(
                by=by, title=letter.title, text=text, people=to, groups=groups, language=language, key=key
            )
            return
        topic = Post.objects.for_actions().select_related("topic").get(key=key_of(letter, 1)).topic
        write_reply(topic, by=by, text=text, language=language, key=key)


def missing(letters: Iterable[Letter], people: People, groups: dict[str, Group]) -> list[Correspondence]:
    """Those that are not there yet."""
    keys = {key_of(letter, 1): letter for letter in letters}
    there = set(Post.objects.for_actions().filter(key__in=keys).values_list("key", flat=True))
    return [Correspondence(letter, people, groups) for key, letter in keys.items() if key not in there]

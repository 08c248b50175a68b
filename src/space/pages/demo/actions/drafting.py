"""Some people of the demo have begun to write."""

from collections.abc import Iterable
from datetime import datetime

from space.discuss.actions import save_draft
from space.kit import clock
from space.pages.demo.actions.settling import People, Rooms
from space.pages.demo.cast import Begun
from space.pages.demo.times import ago


def begin(drafts: Iterable[Begun], people: People, rooms: Rooms, now: datetime) -> None:
    for one in drafts:
        chosen = {"category": rooms[one.category].pk} if one.category else {}
        data = {"title": one.title, "text": one.text.rstrip(), **chosen}
        with clock.at(now - ago(one.begun)):
            save_draft(one.purpose, by=people[one.person], data=data)

"""What groups of the demo have written for their own members. Once each."""

import tomllib
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from space.accounts.models import User
from space.blog.actions.describing import About
from space.blog.actions.steps import take_step
from space.blog.actions.translating import approve_translation, begin_translation, submit_translation
from space.blog.actions.writing import begin_story, save_text
from space.blog.models import Story
from space.blog.texts import Words
from space.discuss.models import Category
from space.kit import clock
from space.limits.actions import forget_unused
from space.pages.demo.actions.happening import key_at
from space.pages.demo.cast import HERE
from space.pages.demo.times import ago

_LATER = timedelta(days=30)


@dataclass(frozen=True)
class Inside:
    """A story of the file."""

    room: str
    author: str
    language: str
    ago: list[str]
    title: str
    summary: str
    text: str
    tags: list[str] = field(default_factory=list)
    by: str = ""
    translation: dict[str, str] = field(default_factory=dict)

    @property
    def key(self) -> UUID:
        return key_at(f"inside/{self.room}/{self.title}")

    @property
    def words(self) -> Words:
        return Words(self.title, self.summary, self.text.strip())


def inside() -> list[Inside]:
    rows = tomllib.loads((HERE / "inside.toml").read_text())["story"]
    return [Inside(translation=row.pop("in", {}), **row) for row in rows]


def tell(stories: list[Inside], accounts: dict[str, User], rooms: dict[str, Category], now: datetime) -> None:
    """Those that are not there yet."""
    for one in stories:
        if not Story.objects.for_actions().filter(key=one.key).exists():
            _tell(one, accounts, rooms[one.room], now)


def _tell(one: Inside, accounts: dict[str, User], room: Category, now: datetime) -> None:
    # What these people used up in what was told before, which is later in their lives, does not count here.
    with clock.at(now + _LATER):
        forget_unused()
    author, moments = accounts[one.author], [now - ago(at) for at in one.ago]
    with clock.at(moments[0]):
        about = About(tags=one.tags)
        story = begin_story(
            one.words, by=author, language=one.language, category=room, about=about, key=one.key
        )
    with clock.at(moments[1]):
        story = take_step(story, "submit", by=author)
    if one.by:
        with clock.at(moments[2]):
            story = take_step(story, "publish", by=accounts[one.by])
            _translate(one.translation, story, accounts)


def _translate(told: dict[str, str], story: Story, accounts: dict[str, User]) -> None:
    if not told:
        return
    by = accounts[told["by"]]
    edition = begin_translation(story, told["language"], by=by)
    words = Words(told["title"], told["summary"], told["text"].strip())
    edition = submit_translation(save_text(edition, words, by=by, follows=1), by=by)
    seen = edition.current.number if edition.current else 0
    approve_translation(edition, by=accounts[told["approved_by"]], seen=seen)

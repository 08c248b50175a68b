"""A story is said in another language: half of it, then all, then somebody else has read it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from space.accounts.models import User
from space.blog import models as blog
from space.blog.actions.translating import approve_translation, begin_translation, submit_translation, wish
from space.blog.actions.writing import save_text
from space.blog.merging import in_one
from space.blog.texts import Words
from space.markup.blocks import blocks_of
from space.pages.demo.actions.happening import between, lot, moment
from space.pages.demo.actions.stories.drafts import typed
from space.pages.demo.story_texts import Translation

if TYPE_CHECKING:
    from space.pages.demo.actions.stories.life import Life
    from space.pages.demo.actions.stories.way import Steps

_STEP_SPREAD = 10
_WORKS_FOR = timedelta(hours=2)
# Wishes come while a story is new.
_WISHED_WITHIN = timedelta(days=5)


@dataclass
class Making:
    """One translation as it comes to be."""

    life: "Life"
    told: Translation
    edition: blog.Edition | None = None

    @property
    def there(self) -> blog.Edition:
        if self.edition is None:
            raise blog.Edition.DoesNotExist(self.told.edition.language)
        return self.edition

    @property
    def by(self) -> User:
        return self.life.people[self.told.by]

    def begin(self) -> None:
        self.edition = begin_translation(self.life.there, self.told.edition.language, by=self.by)

    def save(self, share: float) -> None:
        """So much of it; what is left begins as every translation does, with the pictures of the original."""
        words = typed(self.told.edition, self.life.drawings, self.by)
        blocks, begun = blocks_of(words.text), self._begun
        done = round(len(blocks) * share)
        parts = [*blocks[:done], *begun[done:]]
        text = Words(words.title, words.summary, in_one(parts), words.caption, words.alt)
        aligned = parts if len(parts) == len(begun) else None
        self.edition = save_text(self.there, text, by=self.by, parts=aligned)

    @property
    def _begun(self) -> list[str]:
        first = self.there.versions.order_by("number").first()
        return list(first.parts or []) if first else []

    def submit(self) -> None:
        self.edition = submit_translation(self.there, by=self.by)

    def approve(self) -> None:
        approval, current = self.told.approval, self.there.current
        if approval and current:
            by = self.life.people[approval.by]
            self.edition = approve_translation(self.there, by=by, seen=current.number)


def translating(life: "Life", now: datetime) -> "Steps":
    for told in life.told.translations:
        making, spread = Making(life, told), lot(f"{life.told.slug} {told.by}") % _STEP_SPREAD
        began = moment(now, told.began, spread)
        yield began, making.begin
        if told.ready is None:
            yield min(now, began + _WORKS_FOR), partial(making.save, 1)
            continue
        # Of one that was approved the file says only when that was.
        ready = moment(now, told.ready, spread)
        sent = between(began, ready, 0.6) if told.approval else ready
        yield between(began, sent, 0.4), partial(making.save, 0.5)
        yield between(began, sent, 0.9), partial(making.save, 1)
        yield sent, making.submit
        if told.approval:
            yield ready, making.approve


def wishing(life: "Life", published: datetime, now: datetime) -> "Steps":
    """Languages that somebody would like, by somebody who reads them."""
    for number, language in enumerate(life.told.wanted_in, start=1):
        share = number / (len(life.told.wanted_in) + 1)
        at = between(published, min(now, published + _WISHED_WITHIN), share)
        yield at, partial(_wish, life, language)


def _wish(life: "Life", language: str) -> None:
    wish(life.there, language, by=next(_readers(life, language), life.authors[0]))


def _readers(life: "Life", language: str) -> Iterator[User]:
    """Who reads it and was there by then."""
    story = life.there
    for name, person in life.people.items():
        since = story.published_at
        if (
            language in person.languages
            and since
            and person.created_at < since
            and name not in life.told.authors
        ):
            yield person

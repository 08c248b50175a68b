"""The list of one's bookmarks: which stand on a page of it, and what their rows show."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from space.accounts.faces import face
from space.accounts.readers import Reader
from space.discuss.lists.wanted import Order, Position, place_of, position
from space.discuss.models import Bookmark
from space.discuss.numbers import TOPICS_PER_PAGE
from space.kit import clock
from space.languages import bcp47, mark
from space.web.times import day, iso

# Longer than anybody searches for.
_WORDS_AT_MOST = 100
_EXCERPT = 160


@dataclass(frozen=True)
class Marked:
    """A page of the list: what was searched for in it, and after which place it goes on."""

    words: str
    after: Position | None

    @classmethod
    def asked(cls, query: Mapping[str, str]) -> "Marked":
        words = " ".join(query.get("q", "").split())[:_WORDS_AT_MOST]
        return cls(words, position(query.get("before", ""), Order.LATEST))

    def found(self, reader: Reader) -> tuple[list[Bookmark], bool]:
        """The bookmarks of this page, and whether there are more."""
        marks = Bookmark.objects.of(reader).saying(self.words).with_posts()
        if self.after:
            marks = marks.before(*self.after)  # type: ignore[arg-type]
        size = TOPICS_PER_PAGE()
        rows = list(marks[: size + 1])
        return rows[:size], len(rows) > size

    @property
    def url(self) -> str:
        return self._address(place_of(*self.after) if self.after else "")

    def url_after(self, last: Bookmark) -> str:
        return self._address(place_of(last.at, last.pk))

    @property
    def first_url(self) -> str:
        return self._address("")

    def _address(self, before: str) -> str:
        said = {name: value for name, value in (("q", self.words), ("before", before)) if value}
        return reverse("discuss:bookmarks") + (f"?{urlencode(said)}" if said else "")


def row_of(kept: Bookmark) -> dict[str, Any]:
    """All that a row shows, ready-made."""
    post, topic = kept.post, kept.post.topic
    base = [topic.slug, topic.pk, post.number]
    return {
        "pk": kept.pk,
        "note": kept.note,
        "day": day(kept.at, clock.now()),
        "iso": iso(kept.at),
        "title": topic.title,
        **mark(topic.language)._asdict(),
        "url": reverse("discuss:post", args=base),
        "mark_url": reverse("discuss:bookmark", args=[topic.pk, post.number]),
        "number": post.number,
        "author": face(post.author_id, post.author.name),
        "words": post.brief(_EXCERPT),
        "words_lang": bcp47(post.brief_language) if post.brief_language else "",
        "category": topic.category,
    }

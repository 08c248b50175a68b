"""The versions of a post, counted from 1. A revision holds how it read, and the edit that made the next one."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models.functions import Length

from space.accounts.models import User
from space.discuss.models import Hiding, Post, Revision
from space.kit.paging import Page


@dataclass(frozen=True)
class Version:
    """How a post read at one time, and the edit that made it so. Who may not read it learns who and when alone."""

    number: int
    by: User
    at: datetime
    shown: bool
    hiding: Hiding | None = None
    # None is how it reads now.
    revision: Revision | None = None
    title: str = ""
    language: str = ""
    source: str = ""
    html: str = ""
    size: int = 0
    summary: str = ""
    restores: int | None = None


class History:
    """Expects the post with its topic and author."""

    def __init__(self, post: Post, *, moderates: bool) -> None:
        self.post = post
        self.moderates = moderates
        self.total = post.revisions.count() + 1

    def page(self, page: Page) -> list[tuple[Version, Version | None]]:
        """The versions of a page, the newest first, each with the one before it; without their texts."""
        numbers = range(self.total - page.last + 1, self.total - page.first + 2)
        found = self._rows(numbers.start - 2, numbers.stop - 1, with_texts=False)
        before = self._version(numbers.start - 1, found) if numbers.start > 1 else None
        pairs = []
        for number in numbers:
            version = self._version(number, found)
            pairs.append((version, before))
            before = version
        return pairs[::-1]

    def version(self, number: int) -> Version | None:
        """One version with its text."""
        if not 1 <= number <= self.total:
            return None
        return self._version(number, self._rows(number - 1, number, with_texts=True))

    def number_at(self, moment: datetime | None) -> int:
        """Of the version that stood at this moment; of the first one where it is not known when."""
        return self.post.revisions.filter(at__lte=moment).count() + 1 if moment else 1

    def before(self, number: int) -> int | None:
        """The nearest older version that this reader may read."""
        older = self.post.revisions.in_order().values_list("hiding", flat=True)[: number - 1]
        shown = [place for place, hiding in enumerate(older, start=1) if self.moderates or hiding is None]
        return shown[-1] if shown else None

    def _rows(self, first: int, last: int, *, with_texts: bool) -> dict[int, Revision]:
        """The rows of these versions, by their numbers; of the newest one there is none."""
        first, last = max(first, 1), min(last, self.total - 1)
        rows = self.post.revisions.select_related("by", "hiding__by").in_order()
        if not with_texts:
            rows = rows.defer("source", "html").annotate(size=Length("source"))
        return dict(enumerate(rows[first - 1 : max(last, 0)], start=first))

    def _version(self, number: int, found: dict[int, Revision]) -> Version:
        own, made = found.get(number), found.get(number - 1)
        by, at = (made.by, made.at) if made else (self.post.author, self.post.created_at)
        hiding: Hiding | None = getattr(own, "hiding", None)
        if hiding and not self.moderates:
            return Version(number, by, at, shown=False, hiding=hiding, revision=own)
        return Version(
            number,
            by,
            at,
            shown=True,
            hiding=hiding,
            revision=own,
            summary=made.summary if made else "",
            restores=made.restores if made else None,
            **self._text(own),
        )

    def _text(self, own: Revision | None) -> dict[str, Any]:
        """What a version says, as far as it was asked for."""
        if own is None:
            post, title = self.post, self.post.topic.title if self.post.number == 1 else ""
            size = len(post.source)
            return {
                "title": title,
                "language": post.language,
                "source": post.source,
                "html": post.html,
                "size": size,
            }
        told: dict[str, Any] = {"title": own.title, "language": own.language}
        if {"source", "html"} & own.get_deferred_fields():
            return {**told, "size": vars(own)["size"]}
        return {**told, "source": own.source, "html": own.html, "size": len(own.source)}

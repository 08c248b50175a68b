"""How an edition came to read as it does: its versions as pages of Discuss show them, and what changed between two."""

from typing import Any

from django.db.models import Max
from django.db.models.functions import Length
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.translation import pgettext_lazy

from space.accounts.readers import Reader
from space.blog.models import Edition
from space.blog.models import Version as Row
from space.blog.permissions import is_author
from space.discuss.history import Addresses, Version, Way, difference, in_language, titles_compared
from space.kit.paging import Page

# What an edition says beside title and text.
SHORT: dict[str, str | Promise] = {
    "summary": pgettext_lazy("story form", "Summary"),
    "caption": pgettext_lazy("story form", "Under the lead picture"),
    "alt": pgettext_lazy("story form", "What the lead picture shows"),
}


def addresses_of(edition: Edition) -> Addresses:
    url = reverse("blog:versions", args=[edition.story_id, edition.language])
    return Addresses(url, restore=url)


def newest_for(edition: Edition, reader: Reader) -> int:
    """The number of the last version that this reader may read: what is not shown yet is for members."""
    version = edition.current if reader.is_member else edition.shown
    return version.number if version else 0


def oldest_for(edition: Edition, reader: Reader) -> int:
    """The number of the first version whose words this reader may read.

    What a story said before its authors shared it stays theirs: others learn who saved it, and when.
    """
    story = edition.story
    if not edition.is_original or story.shared_at is None or is_author(reader, story):
        return 1
    before = edition.versions.filter(at__lte=story.shared_at)
    return before.aggregate(last=Max("number"))["last"] or 1


def page_of(edition: Edition, page: Page, oldest: int = 1) -> list[tuple[Version, Version | None]]:
    """The versions of a page of all that are read, the newest first, each with the one before it; without texts."""
    rows = edition.versions.select_related("by").defer("source", "html", "parts")
    newest = rows.filter(number__lte=page.total).annotate(size=Length("source")).order_by("-number")
    found = [
        _told(row, edition, with_text=False, shown=row.number >= oldest)
        for row in newest[page.first - 1 : page.last + 1]
    ]
    shown = found[: page.last - page.first + 1]
    return [(one, found[at + 1] if at + 1 < len(found) else None) for at, one in enumerate(shown)]


def version_of(edition: Edition, number: int) -> tuple[Row, Version] | None:
    """One version with its text: as it is stored, and as pages show it."""
    row = edition.versions.select_related("by").filter(number=number).first()
    return (row, _told(row, edition, with_text=True)) if row else None


def changed(older: tuple[Row, Version], newer: tuple[Row, Version], way: Way) -> dict[str, Any]:
    """What the partial of a difference needs, and before it what changed of the short texts."""
    (was, before), (now, after) = older, newer
    short = [
        {"label": label, "lines": titles_compared(getattr(was, name), getattr(now, name))}
        for name, label in SHORT.items()
        if getattr(was, name) != getattr(now, name)
    ]
    return {**difference(before, after, way), "short": short}


def whole(version: Row, language: str) -> dict[str, Any]:
    """One version as it was read."""
    said = in_language(language)
    short = [
        {"label": label, "text": format_html('<span lang="{}" dir="auto">{}</span>', said["lang"], text)}
        for name, label in SHORT.items()
        if (text := getattr(version, name))
    ]
    return {"html": version.html, "title": version.title, "short_texts": short, **said}


def _told(row: Row, edition: Edition, *, with_text: bool, shown: bool = True) -> Version:
    if not shown:
        return Version(number=row.number, by=row.by, at=row.at, shown=False)
    texts: dict[str, Any] = (
        {"source": row.source, "html": row.html, "size": len(row.source)} if with_text else {}
    )
    return Version(
        number=row.number,
        by=row.by,
        at=row.at,
        shown=True,
        title=row.title,
        language=edition.language,
        summary=row.note,
        restores=row.restores,
        **(texts or {"size": vars(row)["size"]}),
    )

"""The languages in which there is a story, how each stands, and what one can do about it: on its desk and where one
begins a translation."""

from typing import Any, TypedDict

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import format_html_join
from django.utils.translation import pgettext_lazy

from space.accounts.readers import Reader
from space.blog.models import Edition, Story, Wish
from space.blog.permissions import can_approve, can_describe, can_improve, can_translate
from space.languages import autonym, bcp47, comma, mark

_ORIGINAL = pgettext_lazy("state of a translation", "Original")
_STATES: dict[str, tuple[str | Promise, str]] = {
    "shown": (pgettext_lazy("state of a translation", "Published"), "success"),
    "stale": (pgettext_lazy("state of a translation", "Behind the original"), "warning"),
    "waiting": (pgettext_lazy("state of a translation", "Waits for a second reader"), "warning"),
    "writing": (pgettext_lazy("state of a translation", "Being written"), "notice"),
}


class Rows(TypedDict):
    editions: list[dict[str, Any]]
    wishes: list[dict[str, Any]]


def editions_of(story: Story, reader: Reader) -> Rows:
    """Costs two queries, however many there are. Expects the story with its authors."""
    found = Edition.objects.visible_to(reader).filter(story=story).with_writers()
    editions = list(found.select_related("current", "shown").order_by("-is_original", "began_at"))
    read = next((one.shown.number for one in editions if one.is_original and one.shown), None)
    for edition in editions:
        edition.story = story
    wishes = Wish.objects.filter(story=story).order_by("at") if editions else []
    return {
        "editions": [_row(edition, reader, read) for edition in editions],
        "wishes": [_wish(one, reader) for one in wishes],
    }


def originals_mark(story: Story, rows: Rows) -> dict[str, Any]:
    """The title of the original with its language, for a head."""
    titles = [row["title"] for row in rows["editions"] if row["is_original"]]
    return {"title": titles[0] if titles else "", "original_by": mark(story.language)}


def panel(story: Story, reader: Reader) -> dict[str, Any] | None:
    """For the desk of a story. `wishes` are links, one after the other."""
    rows = editions_of(story, reader)
    return {
        "editions": rows["editions"],
        "wishes": format_html_join(
            comma(), '<a href="{url}" lang="{lang}">{name}</a>', [dict(one) for one in rows["wishes"]]
        ),
        "story": story,
        "may_translate": bool(can_translate(reader, story)),
        "about_url": reverse("blog:about", args=[story.pk]) if can_describe(reader, story) else "",
    }


def _row(edition: Edition, reader: Reader, read: int | None) -> dict[str, Any]:
    place = [edition.story_id, edition.language]
    may_edit, state = bool(can_improve(reader, edition)), _state(edition)
    label, tone = (_ORIGINAL, "") if edition.is_original else _STATES[state]
    waits = not edition.is_original and edition.submitted_at is not None
    behind = not edition.is_original and read is not None and _follows(edition) not in (None, read)
    return {
        "name": autonym(edition.language),
        "lang": bcp47(edition.language),
        "title": edition.title,
        "dir": mark(edition.language).dir,
        "is_original": edition.is_original,
        "state": label,
        "tone": tone,
        "read_url": edition.get_absolute_url() if edition.shown_id else "",
        "text_url": f"{edition.story.desk_url}?text={edition.language}",
        "edit_url": edition.edit_url if may_edit else "",
        "versions_url": reverse("blog:versions", args=place),
        "approve_url": reverse("blog:approve", args=place) if waits else "",
        "may_approve": waits and bool(can_approve(reader, edition)),
        "send_url": reverse("blog:send", args=place) if may_edit and _is_begun(edition, waits=waits) else "",
        "same_url": reverse("blog:same", args=place) if may_edit and behind and edition.shown_id else "",
        "original": read,
    }


def _state(edition: Edition) -> str:
    if edition.submitted_at is not None:
        return "waiting"
    if edition.shown_id is None or edition.shown_id != edition.current_id:
        return "writing"
    return "stale" if edition.stale_since else "shown"


def _follows(edition: Edition) -> int | None:
    return edition.current.follows if edition.current else None


def _is_begun(edition: Edition, *, waits: bool) -> bool:
    """Whether there is something that could be sent to a second reader."""
    return (
        not edition.is_original
        and not waits
        and edition.current_id != edition.shown_id
        and bool(edition.title)
    )


def _wish(wish: Wish, reader: Reader) -> dict[str, Any]:
    url = reverse("blog:translate", args=[wish.story_id])
    return {
        "language": wish.language,
        "name": autonym(wish.language),
        "lang": bcp47(wish.language),
        "url": f"{url}?language={wish.language}",
        "is_own": wish.by_id == reader.pk,
    }

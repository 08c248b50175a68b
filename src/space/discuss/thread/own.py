"""The buttons of a kept post that are its reader's own: the bookmark, and for writers the way to edit."""

from collections.abc import Iterable

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from space.accounts.readers import Reader
from space.discuss.models import Post, Topic
from space.discuss.permissions import can_edit, can_follow, can_make_wiki
from space.discuss.thread.addresses import Addresses
from space.discuss.thread.marks import Mark
from space.web import fragments

# Where a kept piece holds what names the post.
_NUMBER, _BOOKMARK, _EDIT, _WIKI = "\x03", "\x04", "\x05", "\x06"
# Whether it is bookmarked (None: there is no button), the name of the address where one edits, if one may, and
# whether many do: then the way there is shown on the smallest screens as well.
Key = tuple[bool | None, str, bool]


def own(topic: Topic, marks: Iterable[Mark], reader: Reader, addresses: Addresses) -> dict[int, str]:
    """What stands in the gap of each of these posts, by their ids. Rules ask nothing, so every post is asked."""
    if not reader.is_authenticated:
        return {}
    marks_things = bool(can_follow(reader))
    asked = Post(topic=topic)
    keys: dict[int, tuple[int, Key]] = {}
    for mark in marks:
        asked.pk, asked.number, asked.is_wiki = mark.pk, mark.number, mark.is_wiki
        asked.author_id, asked.created_at = mark.author_id, mark.created_at
        bookmarked = mark.bookmarked if marks_things else None
        keys[mark.pk] = mark.number, (bookmarked, _way_to_edit(asked, reader), mark.is_wiki)
    made = fragments.kept("own", {key for _, key in keys.values()}, _build, language=get_language() or "")
    return {pk: _filled(made[key], number, addresses) for pk, (number, key) in keys.items()}


def _way_to_edit(post: Post, reader: Reader) -> str:
    """Whoever edits what one other person wrote finds the way under "more" alone."""
    is_own = post.author_id == reader.pk
    if (is_own or post.is_wiki) and can_edit(reader, post):
        return "edit"
    # The time to edit it is over; to hand it over never is.
    return "wiki" if is_own and can_make_wiki(reader, post) else ""


def bookmark_button(post: Post, *, bookmarked: bool) -> SafeString:
    """The button alone, after it was pressed."""
    return mark_safe(_filled(_html((bookmarked, "", False)), post.number, Addresses(post.topic)))


def _build(missing: list[Key]) -> dict[Key, str]:
    return {key: _html(key) for key in missing}


def _html(key: Key) -> str:
    bookmarked, way, by_many = key
    shown = {
        "number": _NUMBER,
        "has_button": bookmarked is not None,
        "bookmarked": bookmarked,
        "bookmark_url": _BOOKMARK,
        "edit_url": _EDIT if way == "edit" else "",
        "wiki_url": _WIKI if way == "wiki" else "",
        "by_many": by_many,
    }
    return render_to_string("discuss/_post_own.html", {"own": shown})


def _filled(html: str, number: int, addresses: Addresses) -> str:
    for gap, name in ((_BOOKMARK, "bookmark"), (_EDIT, "edit"), (_WIKI, "wiki")):
        if gap in html:
            html = html.replace(gap, addresses.of(name, number))
    return html.replace(_NUMBER, str(number))

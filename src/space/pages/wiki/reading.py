"""A page about this place, as it reads for somebody."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString

from space import languages
from space.accounts.readers import Reader
from space.blog.shown.outline import outlined
from space.discuss.models import Post
from space.discuss.permissions import can_edit
from space.kit import clock
from space.languages import autonym, mark
from space.pages.permissions import can_begin
from space.pages.wiki.behind import behind, original_of
from space.pages.wiki.texts import Kind
from space.web.times import day, iso


@dataclass(frozen=True)
class Reading:
    """`post` where the community has written it; else it is the text that comes with Space."""

    html: SafeString
    language: str
    post: Post | None = None
    # Those in which it can be read.
    languages: tuple[str, ...] = ()
    # The post in the language in which the community wrote it first, which may be this one.
    original: Post | None = None


def reading(kind: Kind, language: str, reader: Reader) -> Reading:
    """In this language, or in the nearest one that there is; English at last. Costs one query."""
    posts = _written(kind, reader)
    there = {*posts, *kind.languages}
    chosen = next((code for code in [language, *languages.fallbacks(language)] if code in there), "en")
    post = posts.get(chosen)
    html = outlined(post.html)[0] if post else kind.ours(chosen).safe
    return Reading(html, chosen, post, tuple(sorted(there)), original_of(posts))


def _written(kind: Kind, reader: Reader) -> dict[str, Post]:
    posts = Post.objects.visible_to(reader).filter(topic__page__name=kind.name, number=1)
    rows = posts.select_related("topic__category", "topic__closure", "topic__page")
    return {post.topic.page.language: post for post in rows}


def around(kind: Kind, found: Reading, wanted: str, reader: Reader) -> dict[str, Any]:
    """What stands beside the text: its languages, its history, and where one changes it."""
    here = reverse(f"pages:{kind.name}")
    post = found.post
    return {
        "title": kind.title,
        "html": found.html,
        **mark(found.language)._asdict(),
        "others": [
            {"name": autonym(code), "url": f"{here}?lang={code}", **mark(code)._asdict()}
            for code in found.languages
        ],
        "missing": autonym(wanted) if found.language != wanted else "",
        "changed": _changed(post) if post else None,
        "behind": behind(kind.name, found.language, post, found.original),
        **_ways(kind, found, wanted, reader),
    }


def _changed(post: Post) -> dict[str, str]:
    at = post.edited_at or post.created_at
    return {
        "day": day(at, clock.now()),
        "iso": iso(at),
        "history": reverse("discuss:history", args=[post.topic.slug, post.topic_id, post.number]),
    }


def _ways(kind: Kind, found: Reading, wanted: str, reader: Reader) -> dict[str, str]:
    """Where one changes it, and where one begins it in one's own language: nowhere for who may not."""
    begin = reverse("pages:begin", args=[kind.name]) if can_begin(reader) else ""
    post = found.post
    edit = ""
    if post and can_edit(reader, post):
        edit = reverse("discuss:edit", args=[post.topic.slug, post.topic_id, post.number])
    return {
        "edit": edit,
        "begin": begin if not post else "",
        "begin_language": found.language,
        "translate": begin if found.language != wanted else "",
        "wanted": wanted,
    }

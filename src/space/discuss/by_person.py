"""What a person wrote, post by post. A line's HTML is kept by the versions of post and topic."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, NamedTuple

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, npgettext, pgettext

from space.accounts.models import User
from space.accounts.narrowing import Hidden, named
from space.accounts.readers import Reader
from space.discuss.lists.hidden import LOOKED_AT, hidden_among
from space.discuss.lists.wanted import Position
from space.discuss.models import Post
from space.discuss.models.posts import PostQuerySet
from space.kit import clock
from space.languages import autonym, bcp47, mark
from space.web import fragments
from space.web.skeletons import filled
from space.web.times import ago, iso

_WORDS = 240
# Where a kept line says how long ago it was.
_AGO = "\x03"
Key = tuple[int, int, int]


class Written(NamedTuple):
    """What the query of a list brings of one post; the words come from kept lines."""

    pk: int
    version: int
    topic_version: int
    created_at: datetime

    @property
    def key(self) -> Key:
        return self.pk, self.version, self.topic_version


def written_by(
    person: User,
    reader: Reader,
    limit: int,
    after: Position | None = None,
    shown: frozenset[str] = frozenset(),
) -> list[Written]:
    """The posts of somebody that this reader may read, the newest first: one query. `shown` are languages, if any."""
    posts = _posts(person, reader)
    if shown:
        posts = posts.filter(language__in=shown)
    if after:
        posts = posts.before(*after)  # type: ignore[arg-type]
    columns = ("pk", "version", "topic__version", "created_at")
    return [Written(*row) for row in posts.newest_first().values_list(*columns)[:limit]]


def hidden_of(person: User, reader: Reader, shown: frozenset[str]) -> Hidden:
    """What they wrote last in other languages than these."""
    last = list(_posts(person, reader).newest_first().values_list("language", flat=True)[:LOOKED_AT])
    return hidden_among([[language] for language in last], shown)


def told(hidden: Hidden) -> SafeString | str:
    """In a sentence that names the languages in themselves."""
    if not hidden.number:
        return pgettext("languages", "No post is hidden.")
    if hidden.among:
        said = npgettext(
            "languages",
            "Of the last {all} posts {n} is hidden, in {languages}.",
            "Of the last {all} posts {n} are hidden, in {languages}.",
            hidden.number,
        )
    else:
        said = npgettext(
            "languages",
            "{n} post is hidden, in {languages}.",
            "{n} posts are hidden, in {languages}.",
            hidden.number,
        )
    return format_html(said, n=hidden.number, all=hidden.among, languages=named(hidden.languages))


def _posts(person: User, reader: Reader) -> PostQuerySet:
    return Post.objects.visible_to(reader).filter(author=person, topic__unlisted=False)


def written_html(found: list[Written], reader: Reader) -> SafeString:
    """The lines, ready to stand in their list."""
    now, language = clock.now(), get_language() or ""
    kept = fragments.kept(
        "written", [post.key for post in found], lambda missing: _build(missing, reader), language=language
    )
    lines = [
        kept[post.key].replace(_AGO, ago(post.created_at, now, language), 1)
        for post in found
        if post.key in kept
    ]
    return mark_safe("".join(lines))


def _build(missing: Iterable[Key], reader: Reader) -> dict[Key, str]:
    wanted = {key[0]: key for key in missing}
    posts = Post.objects.visible_to(reader).filter(pk__in=wanted).select_related("topic__category")
    return {wanted[post.pk]: filled("discuss/_written.html", "post", _told(post)) for post in posts}


def _told(post: Post) -> dict[str, Any]:
    topic, category = post.topic, post.topic.category
    foreign = post.language and bcp47(post.language) != get_language()
    title, words = mark(topic.language), mark(post.brief_language)
    return {
        "url": post.get_absolute_url(),
        "title": topic.title,
        "title_lang": title.lang,
        "title_dir": title.dir,
        "category": {"name": category.name, "tone": category.tone, "is_closed": bool(category.group_id)}
        if category
        else None,
        "category_url": reverse("discuss:category", args=[category.slug]) if category else "",
        "words": post.brief(_WORDS),
        "lang": words.lang,
        "dir": words.dir,
        "autonym": autonym(post.language) if foreign else "",
        "number": post.number,
        "ago": _AGO,
        "iso": iso(post.created_at),
    }

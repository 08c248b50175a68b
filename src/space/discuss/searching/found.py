"""Topics, posts, categories and tags that were found, ready-made. Only what the reader may see comes out."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import lru_cache
from itertools import starmap
from typing import Any, NamedTuple

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet
from django.urls import reverse

from space.accounts.faces import face
from space.accounts.readers import Reader
from space.accounts.statements import rows
from space.discuss.actions.indexing import words_of
from space.discuss.addresses import address_of
from space.discuss.models import Category, Option, Post, Tag
from space.discuss.models.posts import noted
from space.discuss.openings import addresses_of, opening_of
from space.discuss.rooms import categories as categories_of
from space.languages import mark
from space.markup.reading import text_of
from space.search.kinds import Found
from space.web.keeping import Store

# Plain words of posts, by post and version: the same are found again and again.
_texts: Store[str] = Store(8_000_000)


def posts(pks: Iterable[int], reader: Reader) -> dict[int, Found]:
    """A topic is found by the id of its first post."""
    wanted = list(pks)
    # As many as the next ten, so that there are few shapes of this query.
    wanted += [0] * (-len(wanted) % 10)
    found = list(starmap(_Line, rows(("found", len(wanted)), reader, wanted, _posts)))
    rooms = {room.pk: room for room in categories_of(reader)}
    elsewhere = addresses_of(((post.topic, post.kind) for post in found if post.number == 1), reader)
    return {post.pk: _post(post, rooms.get(post.category or 0), elsewhere) for post in found}


class _Line(NamedTuple):
    pk: int
    version: int
    number: int
    html: str
    language: str
    created_at: datetime
    topic: int
    kind: str
    slug: str
    title: str
    title_language: str
    category: int | None
    closure: int | None
    author: int
    name: str
    picture: str
    asks: str | None
    options: list[str]
    content_note: str
    note_language: str


_COLUMNS = (
    "pk", "version", "number", "html", "language", "created_at", "topic", "topic__kind", "topic__slug",
    "topic__title", "topic__language", "topic__category", "topic__closure", "author", "author__name",
    "author__picture", "poll__question", "options",
    "content_note", "note_language",
)  # fmt: skip


def _posts(reader: Reader, *pks: int) -> "QuerySet[Post, Any]":
    options = Option.objects.filter(poll__post=OuterRef("pk")).order_by("position").values("text")
    seen = Post.objects.visible_to(reader).filter(pk__in=pks, topic__unlisted=False)
    return seen.annotate(options=ArraySubquery(options)).values_list(*_COLUMNS)


def categories(pks: Iterable[int], reader: Reader) -> dict[int, Found]:
    found = Category.objects.visible_to(reader).filter(pk__in=list(pks))
    return {category.pk: _category(category) for category in found}


def tags(pks: Iterable[int], reader: Reader) -> dict[int, Found]:
    found = Tag.objects.visible_to(reader).filter(pk__in=list(pks), stands_for=None)
    return {tag.pk: Found(tag.get_absolute_url(), tag.name, text=tag.description) for tag in found}


def _text(post: _Line) -> str:
    """Its plain words, or what is told in place of them."""
    if post.content_note:
        return noted(post.content_note)
    key = (post.pk, post.version)
    kept = _texts.get(key)
    if kept is None:
        kept = text_of(post.html)
        _texts.put(key, kept, 2 * len(kept) + 200)
    return kept


def _post(post: _Line, room: Category | None, elsewhere: Mapping[int, str]) -> Found:
    author = face(post.author, post.name, post.picture)
    shown, title = mark(post.note_language if post.content_note else post.language), mark(post.title_language)
    read_at = elsewhere.get(post.topic) if post.number == 1 else None
    return Found(
        url=read_at or address_of(post.slug, post.topic, post.number),
        title=post.title,
        icon=_icon(post),
        lang=title.lang,
        dir=title.dir,
        text=words_of(_text(post), [] if post.content_note else [post.asks or "", *post.options]),
        text_lang=shown.lang,
        text_dir=shown.dir,
        who=author.name,
        who_url=author.url,
        picture=author.picture,
        when=post.created_at,
        place=room.name if room else "",
        place_url=_room_address(room.slug) if room else "",
        place_lang=mark(room.language).lang if room else "",
        tone=room.tone if room else 0,
        number=post.number,
        more={"closed": post.closure is not None, "face": author, "topic": post.topic},
    )


@lru_cache(maxsize=1_000)
def _room_address(slug: str) -> str:
    return reverse("discuss:category", args=[slug])


def _icon(post: _Line) -> str:
    opening = opening_of(post.kind) if post.number == 1 else None
    return opening.icon if opening else ""


def _category(category: Category) -> Found:
    shown = mark(category.language)
    return Found(
        category.get_absolute_url(),
        category.name,
        lang=shown.lang,
        dir=shown.dir,
        text=category.description,
        text_lang=shown.lang,
        text_dir=shown.dir,
        tone=category.tone,
        icon=category.icon,
        number=category.topics_count,
    )

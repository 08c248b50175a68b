"""The posts of one page of a topic. A post's HTML is kept by its version; the reader's own actions are added."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import QuerySet
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, npgettext

from space.accounts import statements
from space.accounts.faces import face
from space.accounts.readers import NOBODY, Reader
from space.discuss.models import Post, Topic
from space.discuss.permissions import can_edit, takes_replies
from space.kit import clock
from space.kit.paging import Page
from space.languages import autonym, bcp47, direction
from space.markup import quotation
from space.web import fragments
from space.web.times import day, iso

# Where the reader's own actions stand in a kept post.
MINE = "\x01"
_GAP = timedelta(days=7)
Key = tuple[int, int, str, bool]


@dataclass(frozen=True)
class Mark:
    """What the query of a page brings of one post."""

    pk: int
    number: int
    version: int
    created_at: datetime
    author_id: int


def marks_on(topic: Topic, page: Page, reader: Reader) -> list[Mark]:
    """The posts of a page, by number, so that page 500 costs what page 1 costs."""

    def compose(reader: Reader, topic: int, first: int, last: int) -> QuerySet[Post, Any]:
        page = Post.objects.visible_to(reader).filter(topic=topic, number__range=(first, last))
        return page.in_order().values_list("pk", "number", "version", "created_at", "author_id")

    return [
        Mark(*row) for row in statements.rows("marks", reader, [topic.pk, page.first, page.last], compose)
    ]


def posts_html(topic: Topic, marks: list[Mark], reader: Reader) -> SafeString:
    """The posts with the silences between them told, ready to stand on the page."""
    is_open = bool(takes_replies(NOBODY, topic))
    keys: dict[int, Key] = {mark.pk: (mark.pk, mark.version, topic.slug, is_open) for mark in marks}
    kept = fragments.kept(
        "post", keys.values(), lambda missing: _build(topic, missing, reader), language=get_language() or ""
    )
    pieces: list[str] = []
    before: datetime | None = None
    asked = Post(topic=topic)
    for mark in marks:
        pieces += [
            _gap(before, mark.created_at),
            kept.get(keys[mark.pk], "").replace(MINE, _mine(asked, mark, reader), 1),
        ]
        before = mark.created_at
    return mark_safe("".join(pieces))


def _gap(before: datetime | None, now: datetime) -> str:
    if before is None or now - before < _GAP:
        return ""
    days = (now - before).days
    told = npgettext("gap", "%(n)d day later", "%(n)d days later", days) % {"n": days}
    return f'<p class="gap"><span>{told}</span></p>'


def _mine(asked: Post, mark: Mark, reader: Reader) -> str:
    """The item for editing, where this reader may. Rules ask nothing of the database, so every post is asked.

    `asked` is one post for all of them, told what rules need of this one: making twenty took longer.
    """
    asked.pk, asked.number = mark.pk, mark.number
    asked.author_id, asked.created_at = mark.author_id, mark.created_at
    if not reader.is_authenticated or not can_edit(reader, asked):
        return ""
    url = reverse("discuss:edit", args=[asked.topic.slug, asked.topic.pk, mark.number])
    return render_to_string("discuss/_edit_item.html", {"url": url})


def _build(topic: Topic, missing: Iterable[Key], reader: Reader) -> dict[Key, str]:
    wanted = {key[0]: key for key in missing}
    posts = Post.objects.visible_to(reader).filter(pk__in=wanted).select_related("author", "reply_to")
    return {
        wanted[post.pk]: render_to_string("discuss/_post.html", {"post": shown(post, topic)})
        for post in posts
    }


def shown(post: Post, topic: Topic) -> dict[str, Any]:
    """All that the partial of a post needs, ready-made."""
    foreign = post.language and bcp47(post.language) != get_language()
    base = [topic.slug, topic.pk]
    permalink = reverse("discuss:post", args=[*base, post.number])
    return {
        "number": post.number,
        "author": face(post.author_id, post.author.name),
        "is_archived": post.author.nature == "archived",
        "lang": bcp47(post.language) if post.language else "",
        "dir": direction(post.language) if post.language else "auto",
        "autonym": autonym(post.language) if foreign else "",
        "html": mark_safe(post.html),
        "day": day(post.created_at, clock.now()),
        "iso": iso(post.created_at),
        "edited": post.edited_at is not None,
        "url": permalink,
        "history_url": reverse("discuss:history", args=[*base, post.number]),
        "reply_url": f"{reverse('discuss:reply', args=base)}?post={post.number}",
        "quote_head": quotation(post.author.name, post.number, permalink, "", post.language).splitlines()[0],
        "quote_url": f"{reverse('discuss:reply', args=base)}?quote={post.number}",
        "answers_url": reverse("discuss:post", args=[*base, post.reply_to.number]) if post.reply_to else "",
        "answers": post.reply_to.number if post.reply_to and post.reply_to.topic_id == topic.pk else 0,
        "is_open": bool(takes_replies(NOBODY, topic)),
        "mine": MINE,
    }

"""The posts of one page of a topic. A post's HTML is kept by its version; the reader's own actions are added."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from django.db.models import QuerySet
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, npgettext

from space.accounts import statements
from space.accounts.faces import face
from space.accounts.readers import NOBODY, Reader
from space.discuss.models import Post, Topic
from space.discuss.permissions import can_edit, can_moderate, takes_replies
from space.kit import clock
from space.kit.paging import Page
from space.languages import autonym, bcp47, direction
from space.markup import quotation
from space.web import fragments
from space.web.skeletons import filled
from space.web.times import day, iso

# Where the reader's own actions stand in a kept post.
MINE = "\x01"
# Stands for the number of a post while addresses are made; too high to be one.
_NUMBER = 2_147_483_647
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
    # What others wrote is edited by moderators alone, so nobody else is asked about it.
    edits_all = reader.is_authenticated and bool(can_moderate(reader, topic.category))
    for mark in marks:
        mine = edits_all or mark.author_id == reader.pk
        html = kept.get(keys[mark.pk], "")
        pieces += [
            _gap(before, mark.created_at),
            html.replace(MINE, _mine(asked, mark, reader) if mine else "", 1),
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
    if not can_edit(reader, asked):
        return ""
    url = reverse("discuss:edit", args=[asked.topic.slug, asked.topic.pk, mark.number])
    return render_to_string("discuss/_edit_item.html", {"url": url})


def _build(topic: Topic, missing: Iterable[Key], reader: Reader) -> dict[Key, str]:
    wanted = {key[0]: key for key in missing}

    def compose(reader: Reader, *pks: int) -> QuerySet[Post, Any]:
        return Post.objects.visible_to(reader).filter(pk__in=pks).values_list("pk", *_SHOWN)

    found = statements.rows(("posts", len(wanted)), reader, list(wanted), compose)
    addresses = Addresses(topic)
    return {
        wanted[pk]: filled("discuss/_post.html", "post", shown(Told(*row), addresses)) for pk, *row in found
    }


_SHOWN = (
    "number",
    "author_id",
    "author__name",
    "author__nature",
    "html",
    "language",
    "created_at",
    "edited_at",
    "reply_to__number",
    "reply_to__topic_id",
)


class Told(NamedTuple):
    """What a post's place on the page says of it."""

    number: int
    author: int
    name: str
    nature: str
    html: str
    language: str
    created_at: datetime
    edited_at: datetime | None
    answers: int | None
    answers_in: int | None


class Addresses:
    """Of the posts of a topic: made once, with a number that no post has in the place of theirs."""

    def __init__(self, topic: Topic) -> None:
        base = [topic.slug, topic.pk]
        self.topic = topic
        self.post, self._history = (
            reverse(name, args=[*base, _NUMBER]) for name in ("discuss:post", "discuss:history")
        )
        self.reply = reverse("discuss:reply", args=base)

    def of(self, number: int) -> str:
        return self.post.replace(str(_NUMBER), str(number))

    def history_of(self, number: int) -> str:
        return self._history.replace(str(_NUMBER), str(number))


def shown(post: Told, addresses: Addresses) -> dict[str, Any]:
    """All that the partial of a post needs, ready-made."""
    foreign = post.language and bcp47(post.language) != get_language()
    answers = post.answers if post.answers_in == addresses.topic.pk else None
    permalink = addresses.of(post.number)
    return {
        "number": post.number,
        "author": vars(face(post.author, post.name)),
        "is_archived": post.nature == "archived",
        "lang": bcp47(post.language) if post.language else "",
        "dir": direction(post.language) if post.language else "auto",
        "autonym": autonym(post.language) if foreign else "",
        "html": mark_safe(post.html),
        "day": day(post.created_at, clock.now()),
        "iso": iso(post.created_at),
        "edited": post.edited_at is not None,
        "url": permalink,
        "history_url": addresses.history_of(post.number),
        "reply_url": f"{addresses.reply}?post={post.number}",
        "quote_head": quotation(post.name, post.number, permalink, "", post.language).splitlines()[0],
        "quote_url": f"{addresses.reply}?quote={post.number}",
        "answers_url": addresses.of(answers) if answers else "",
        "answers": answers or 0,
        "is_open": bool(takes_replies(NOBODY, addresses.topic)),
        "mine": MINE,
    }

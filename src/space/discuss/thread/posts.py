"""The posts of one page of a topic. A post's HTML is kept by its version; what is the reader's own is added."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, npgettext, pgettext

from space.accounts import statements
from space.accounts.readers import NOBODY, Reader
from space.discuss.lists.taste import Taste
from space.discuss.models import Post, Topic
from space.discuss.notes import FOLDED, OPEN
from space.discuss.numbers import POSTS_PER_PAGE
from space.discuss.openings import opening_of
from space.discuss.permissions import takes_replies
from space.discuss.thread.addresses import Addresses
from space.discuss.thread.answers import answers_html
from space.discuss.thread.folding import folded, muted_by
from space.discuss.thread.marks import Mark
from space.discuss.thread.own import own
from space.discuss.thread.responses import bars
from space.discuss.thread.shown import ANSWERED, COLUMNS, MINE, OPENING, REACTIONS, Told, shown, with_edits
from space.discuss.thread.steering import accept_buttons
from space.web import fragments
from space.web.skeletons import filled

_GAP = timedelta(days=7)
Key = tuple[int, int, str, bool, bool]


def posts_html(
    topic: Topic, marks: list[Mark], reader: Reader, between: Mapping[int, str] | None = None
) -> SafeString:
    """The posts with the silences between them told, ready to stand on the page.

    `between` is what follows the post of each number, or stands in its place (thread/between.py).
    """
    kept = _kept(topic, marks, reader)
    addresses, answered = Addresses(topic), answers_html(topic, marks)
    mine, reactions = own(topic, marks, reader, addresses), bars(topic, marks, reader, addresses)
    accepts, muted = accept_buttons(topic, marks, reader), muted_by(reader)
    opens = Taste.of(reader).opens_notes
    told = sorted((between or {}).items(), reverse=True)
    pieces: list[str] = []
    before: Mark | None = None
    for mark in marks:
        while told and told[-1][0] < mark.number:
            pieces.append(told.pop()[1])
        html = kept.get(mark.pk, "").replace(MINE, accepts.get(mark.pk, "") + mine.get(mark.pk, ""), 1)
        html = html.replace(REACTIONS, reactions[mark.pk], 1)
        html = html.replace(ANSWERED, answered.get(mark.number, ""), 1)
        if mark.number == 1:
            html = _opened(html, topic, reader)
        if opens:
            html = html.replace(FOLDED, OPEN)
        if mark.author_id in muted and html:
            html = folded(html, mark, muted[mark.author_id])
        pieces += [*_between(topic, before, mark), html]
        before = mark
    pieces += [html for _, html in reversed(told)]
    return mark_safe("".join(pieces))


def _kept(topic: Topic, marks: list[Mark], reader: Reader) -> dict[int, str]:
    is_open = bool(takes_replies(NOBODY, topic))
    answer = topic.answer.post_id if topic.is_solved else 0
    keys: dict[int, Key] = {
        mark.pk: (mark.pk, mark.version, topic.slug, is_open, mark.pk == answer) for mark in marks
    }
    made = fragments.kept(
        "post", keys.values(), lambda missing: _build(topic, missing, reader), language=get_language() or ""
    )
    return {pk: made[key] for pk, key in keys.items() if key in made}


def _opened(html: str, topic: Topic, reader: Reader) -> str:
    """The first post of a topic whose kind opens with something of its own."""
    opening = opening_of(topic.kind)
    return html.replace(OPENING, opening.shown(topic, reader), 1) if opening else html


def _between(topic: Topic, before: Mark | None, now: Mark) -> list[str]:
    """What is told before a post: a long silence, and where the reader's last visit ended."""
    pieces = [_gap(before.created_at, now.created_at)] if before else []
    read = topic.my_number or 0
    if read and (before.number if before else _before_page_of(now)) <= read < now.number:
        told = pgettext("topic", "New since your last visit")
        pieces.append(f'<p class="posts__since" id="new"><span>{told}</span></p>')
    return pieces


def _before_page_of(first: Mark) -> int:
    """The last number of the page before: what is new there is not told again on top of this one."""
    return (first.number - 1) // POSTS_PER_PAGE() * POSTS_PER_PAGE()


def _gap(before: datetime, now: datetime) -> str:
    if now - before < _GAP:
        return ""
    days = (now - before).days
    told = npgettext("gap", "%(n)d day later", "%(n)d days later", days) % {"n": days}
    return f'<p class="gap"><span>{told}</span></p>'


def _build(topic: Topic, missing: Iterable[Key], reader: Reader) -> dict[Key, str]:
    wanted = {key[0]: key for key in missing}

    def compose(reader: Reader, *pks: int) -> QuerySet[Post, Any]:
        return with_edits(Post.objects.visible_to(reader).filter(pk__in=pks)).values_list("pk", *COLUMNS)

    found = statements.rows(("posts", len(wanted)), reader, list(wanted), compose)
    addresses = Addresses(topic)
    return {
        wanted[pk]: filled("discuss/_post.html", "post", shown(Told(*row), addresses)) for pk, *row in found
    }


def told_of(topic: Topic, number: int, reader: Reader) -> dict[str, Any] | None:
    """All that is said of one post, as far as this reader may read it."""
    posts = with_edits(Post.objects.visible_to(reader).filter(topic=topic, number=number))
    found = posts.values_list(*COLUMNS).first()
    if not found:
        return None
    told = shown(Told(*found), Addresses(topic))
    return {**told, "html": mark_safe(_opened(str(told["html"]), topic, reader))}

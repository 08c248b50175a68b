"""The posts of one page of a topic. A post's HTML is kept by its version; what is the reader's own is added."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.db.models import QuerySet
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, npgettext, pgettext

from space.accounts import statements
from space.accounts.readers import NOBODY, Reader
from space.discuss.models import Post, Topic
from space.discuss.permissions import can_edit, can_make_wiki, can_moderate, takes_replies
from space.discuss.thread.marks import Mark
from space.discuss.thread.shown import COLUMNS, MINE, REACTIONS, Addresses, Told, shown, with_edits
from space.web import fragments
from space.web.skeletons import filled

_GAP = timedelta(days=7)
Key = tuple[int, int, str, bool]


def posts_html(topic: Topic, marks: list[Mark], reader: Reader) -> SafeString:
    """The posts with the silences between them told, ready to stand on the page."""
    kept = _kept(topic, marks, reader)
    pieces: list[str] = []
    before: Mark | None = None
    asked = Post(topic=topic)
    # What others wrote is edited by moderators alone, but for wikis, so nobody else is asked about it.
    edits_all = reader.is_authenticated and bool(can_moderate(reader, topic.category))
    for mark in marks:
        mine = edits_all or mark.is_wiki or mark.author_id == reader.pk
        html = kept.get(mark.pk, "").replace(MINE, _mine(asked, mark, reader) if mine else "", 1)
        pieces += [*_between(topic, before, mark), html.replace(REACTIONS, "", 1)]
        before = mark
    return mark_safe("".join(pieces))


def _kept(topic: Topic, marks: list[Mark], reader: Reader) -> dict[int, str]:
    is_open = bool(takes_replies(NOBODY, topic))
    keys: dict[int, Key] = {mark.pk: (mark.pk, mark.version, topic.slug, is_open) for mark in marks}
    made = fragments.kept(
        "post", keys.values(), lambda missing: _build(topic, missing, reader), language=get_language() or ""
    )
    return {pk: made[key] for pk, key in keys.items() if key in made}


def _between(topic: Topic, before: Mark | None, now: Mark) -> list[str]:
    """What is told before a post: a long silence, and where the reader's last visit ended."""
    pieces = [_gap(before.created_at, now.created_at)] if before else []
    read = topic.my_number or 0
    if read and now.number > read and (before is None or before.number <= read):
        told = pgettext("topic", "New since your last visit")
        pieces.append(f'<p class="posts__since" id="new"><span>{told}</span></p>')
    return pieces


def _gap(before: datetime, now: datetime) -> str:
    if now - before < _GAP:
        return ""
    days = (now - before).days
    told = npgettext("gap", "%(n)d day later", "%(n)d days later", days) % {"n": days}
    return f'<p class="gap"><span>{told}</span></p>'


def _mine(asked: Post, mark: Mark, reader: Reader) -> str:
    """The item for editing, or for letting others edit. Rules ask nothing of the database, so every post is asked.

    `asked` is one post for all of them, told what rules need of this one: making twenty took longer.
    """
    asked.pk, asked.number, asked.is_wiki = mark.pk, mark.number, mark.is_wiki
    asked.author_id, asked.created_at = mark.author_id, mark.created_at
    address = [asked.topic.slug, asked.topic.pk, mark.number]
    if can_edit(reader, asked):
        return render_to_string("discuss/_edit_item.html", {"url": reverse("discuss:edit", args=address)})
    if mark.author_id == reader.pk and can_make_wiki(reader, asked):
        # The time to edit it is over; to hand it over never is.
        return render_to_string("discuss/_wiki_item.html", {"url": reverse("discuss:wiki", args=address)})
    return ""


def _build(topic: Topic, missing: Iterable[Key], reader: Reader) -> dict[Key, str]:
    wanted = {key[0]: key for key in missing}

    def compose(reader: Reader, *pks: int) -> QuerySet[Post, Any]:
        return with_edits(Post.objects.visible_to(reader).filter(pk__in=pks)).values_list("pk", *COLUMNS)

    found = statements.rows(("posts", len(wanted)), reader, list(wanted), compose)
    addresses = Addresses(topic)
    return {
        wanted[pk]: filled("discuss/_post.html", "post", shown(Told(*row), addresses)) for pk, *row in found
    }

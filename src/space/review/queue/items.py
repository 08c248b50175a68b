"""The rows of the queue, ready to be shown: a page costs the same few queries however much waits."""

from datetime import datetime
from html import escape
from itertools import islice
from secrets import token_hex
from typing import Any, NamedTuple

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from space.accounts.faces import face
from space.accounts.readers import Reader
from space.discuss.models.posts import noted
from space.kit import clock
from space.languages import autonym, mark
from space.markup import excerpt_of
from space.review.models import WatchedSaying
from space.review.models.behind import Told, flags_of, html_of, sayings_in, told_of
from space.review.queue.lines import EXCERPT, Line, written_by
from space.review.queue.words import claimed, decision_told, flag_told, is_private, known, weighs
from space.review.sayings import WHERE
from space.review.things import PERSON, PICTURE, PORTRAIT, POST, SAYING
from space.web import fragments
from space.web.skeletons import all_filled
from space.web.times import ago, iso
from space.web.ways import way

# Nobody writes these: they are made anew with each process.
_AGO, _HERE, _TOKEN = (f"\x02{token_hex(8)}" for _ in range(3))


class Item(NamedTuple):
    """One thing with its flags."""

    case: Line
    html: SafeString


class _Seen(NamedTuple):
    """All on which an item depends, but for what differs from page to page. Flags come with the case's version."""

    line: Line
    post: Told | None
    # Words that are no post.
    said: tuple[tuple[str, Any], ...]
    decided: SafeString
    known: str
    mine: bool


def items_of(lines: list[Line], reader: Reader, *, here: str, token: str) -> list[Item]:
    """`here` is where one comes back to from a press, `token` stands in its form."""
    seen = _all_seen(lines, reader)
    made = fragments.kept("queue-item", seen, _build, language=get_language() or "")
    now = clock.now()
    items = []
    for line, one in zip(lines, seen, strict=True):
        put = {_AGO: ago(_moment(line), now), _HERE: here, _TOKEN: token}
        html = made[one]
        for hole, words in put.items():
            html = html.replace(hole, escape(words))
        items.append(Item(line, mark_safe(html)))
    return items


def _all_seen(lines: list[Line], reader: Reader) -> list[_Seen]:
    posts, sayings = _posts(lines, reader), sayings_in(lines, reader)
    written = written_by(line.author_id for line in lines)
    return [
        _Seen(
            line._replace(decisions=()),
            posts.get(line.pk),
            tuple(_said(line, sayings).items()),
            done,
            known(line.trust, written[line.author_id]),
            line.claimed_by_id == reader.pk,
        )
        for line, done in zip(lines, _decided(lines), strict=True)
    ]


def _build(missing: list[_Seen]) -> dict[_Seen, str]:
    """With holes for what differs from page to page."""
    words = _excerpts(one.post for one in missing if one.post)
    flags = _flags([one.line for one in missing])
    rows = [_row(one, words) | {"flags": flags[one.line.pk]} for one in missing]
    return dict(zip(missing, all_filled("review/_item.html", "item", rows), strict=True))


def _posts(lines: list[Line], reader: Reader) -> dict[int, Told]:
    """What cases are about, by the case, as far as this reader sees it."""
    about = {line.pk: line for line in lines if line.thing_kind == POST}
    found = told_of(line.thing_id for line in about.values())
    posts = {pk: found[line.thing_id] for pk, line in about.items() if line.thing_id in found}
    return {pk: post for pk, post in posts.items() if post.is_open(about[pk].group_id, reader)}


def _excerpts(posts: Any) -> dict[int, str]:
    """The first words of posts, kept by their versions: only those that nobody has seen yet are fetched."""

    def build(missing: list[tuple[int, int]]) -> dict[tuple[int, int], str]:
        wanted = dict(missing)
        return {(pk, wanted[pk]): excerpt_of(html, EXCERPT) for pk, html in html_of(wanted).items()}

    keys = {(post.pk, post.version) for post in posts}
    return {pk: words for (pk, _), words in fragments.kept("case-words", keys, build, language="").items()}


def _flags(lines: list[Line]) -> dict[int, SafeString]:
    """The flags of each case. Shown one by one, so that a case with four is of the same shape as one with two."""
    found = flags_of(line.pk for line in lines)
    said = [found.get(line.pk, []) for line in lines]
    html = iter(
        all_filled("review/_flag_told.html", "flag", [flag_told(*one) for own in said for one in own])
    )
    return {
        line.pk: mark_safe("".join(islice(html, len(own)))) for line, own in zip(lines, said, strict=True)
    }


def _decided(lines: list[Line]) -> list[SafeString]:
    told = [decision_told(*one) for line in lines for one in line.decisions]
    html = iter(all_filled("review/_decided.html", "told", told))
    return [mark_safe("".join(islice(html, len(line.decisions)))) for line in lines]


def _row(one: _Seen, words: dict[int, str]) -> dict[str, Any]:
    line, post = one.line, one.post
    language = post.language if post else line.language
    return {
        **_how_it_stands(one),
        **_about(line, post, words),
        **dict(one.said),
        **mark(post.note_language if post and post.note else language)._asdict(),
        "decided": one.decided,
        "autonym": autonym(language) if language else "",
        "url": way("review:case", line.pk),
        "carry": way("review:carry", line.pk),
        "category": {"name": line.category, "tone": line.tone} if line.category else None,
        "face": vars(face(line.author_id, line.name, "" if line.thing_kind == PORTRAIT else line.picture)),
        "known": one.known,
        "iso": iso(_moment(line)),
        "ago": _AGO,
        "here": _HERE,
        "token": _TOKEN,
    }


def _moment(line: Line) -> datetime:
    return line.decided_at or line.opened_at


def _words(post: Told, words: dict[int, str]) -> str:
    """Its first words, or the content note in their place."""
    return noted(post.note) if post.note else words.get(post.pk, "")


def _about(line: Line, post: Told | None, words: dict[int, str]) -> dict[str, Any]:
    """The thing itself. Of a picture nothing: it is looked at on the page of its case."""
    private = post is not None and is_private(post.audience)
    return {
        "post": post is not None,
        "topic": {"title": post.title, "lang": post.spoken} if post and not private else None,
        "person": line.thing_kind == PERSON,
        "picture": line.thing_kind == PICTURE,
        "portrait": line.thing_kind == PORTRAIT,
        "gone": line.thing_kind == POST and post is None,
        "words": _words(post, words) if post else line.says,
        "hides": line.thing_kind != PERSON,
    }


def _said(line: Line, sayings: dict[int, WatchedSaying]) -> dict[str, Any]:
    """Words that are no post, and where they stand."""
    if line.thing_kind != SAYING:
        return {}
    saying = sayings.get(line.thing_id)
    if saying is None:
        return {"gone": True, "words": ""}
    return {"label": str(WHERE[saying.where].label), "words": " · ".join(saying.words.values())[:EXCERPT]}


def _how_it_stands(one: _Seen) -> dict[str, Any]:
    line, waits = one.line, one.line.decided_at is None
    is_hidden = line.hidden_at is not None
    return {
        "case": {
            "waits": waits,
            "is_held": line.is_held,
            "hidden_at": is_hidden,
            "asks_staff": line.asks_staff,
        },
        "version": line.version,
        "claimed": claimed(line.claimed_by, mine=one.mine),
        "mine": one.mine,
        "weight": weighs(line.weight, is_hidden=is_hidden),
    }

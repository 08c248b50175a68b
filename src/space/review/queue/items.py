"""The rows of the queue, ready to be shown: a page costs the same few queries however much waits."""

from itertools import islice
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
from space.review.models.behind import Told, html_of, sayings_in, told_of
from space.review.queue.lines import EXCERPT, Line, flags_of, written_by
from space.review.queue.words import claimed, decision_told, flag_told, is_private, known, weighs
from space.review.sayings import WHERE
from space.review.things import PERSON, PICTURE, PORTRAIT, POST, SAYING
from space.web import fragments
from space.web.skeletons import all_filled
from space.web.times import ago, iso
from space.web.ways import way


class Item(NamedTuple):
    """One thing with its flags."""

    case: Line
    html: SafeString


def items_of(lines: list[Line], reader: Reader, *, here: str, token: str) -> list[Item]:
    """`here` is where one comes back to from a press, `token` stands in its form."""
    posts = _posts(lines, reader)
    sayings = sayings_in(lines, reader)
    words, flags, decided = _excerpts(posts.values()), _flags(lines), _decided(lines)
    written = written_by(line.author_id for line in lines)
    own = {"here": here, "token": token}
    rows = [
        _row(line, posts.get(line.pk), words, reader)
        | _said(line, sayings)
        | {"flags": flags[line.pk], "decided": done, "known": known(line.trust, written[line.author_id])}
        | own
        for line, done in zip(lines, decided, strict=True)
    ]
    html = all_filled("review/_item.html", "item", rows)
    return [Item(line, mark_safe(one)) for line, one in zip(lines, html, strict=True)]


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
    """The flags of each case, kept by its version: another flag makes another one."""

    def build(missing: list[tuple[int, int]]) -> dict[tuple[int, int], str]:
        found = flags_of(pk for pk, _ in missing)
        told = [flag_told(*one) for pk, _ in missing for one in found.get(pk, ())]
        html = iter(all_filled("review/_flag_told.html", "flag", told))
        return {(pk, version): "".join(islice(html, len(found.get(pk, ())))) for pk, version in missing}

    keys = {(line.pk, line.version) for line in lines}
    made = fragments.kept("case-flags", keys, build, language=get_language() or "")
    return {pk: mark_safe(html) for (pk, _), html in made.items()}


def _decided(lines: list[Line]) -> list[SafeString]:
    told = [decision_told(*one) for line in lines for one in line.decisions]
    html = iter(all_filled("review/_decided.html", "told", told))
    return [mark_safe("".join(islice(html, len(line.decisions)))) for line in lines]


def _row(line: Line, post: Told | None, words: dict[int, str], reader: Reader) -> dict[str, Any]:
    language = post.language if post else line.language
    moment = line.decided_at or line.opened_at
    return {
        **_how_it_stands(line, reader),
        **_about(line, post, words),
        **mark(post.note_language if post and post.note else language)._asdict(),
        "autonym": autonym(language) if language else "",
        "url": way("review:case", line.pk),
        "carry": way("review:carry", line.pk),
        "category": {"name": line.category, "tone": line.tone} if line.category else None,
        "face": vars(face(line.author_id, line.name, line.picture)),
        "ago": ago(moment, clock.now()),
        "iso": iso(moment),
    }


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


def _how_it_stands(line: Line, reader: Reader) -> dict[str, Any]:
    waits = line.decided_at is None
    is_hidden = line.hidden_at is not None
    return {
        "case": {
            "waits": waits,
            "is_held": line.is_held,
            "hidden_at": is_hidden,
            "asks_staff": line.asks_staff,
        },
        "version": line.version,
        "claimed": claimed(line.claimed_by_id, line.claimed_by, reader),
        "mine": line.claimed_by_id == reader.pk,
        "weight": weighs(line.weight, is_hidden=is_hidden),
    }

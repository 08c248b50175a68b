"""An edit meets another: what somebody began from, what they typed, and how the post reads by now."""

import re
from dataclasses import dataclass, field
from hashlib import sha256
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.utils.translation import pgettext

from space import markup
from space.discuss.models import Post, Revision
from space.discuss.numbers import POST_AT_MOST
from space.markup.changes import Merged, Paragraph, is_clean, joined, merge

_BEGAN = re.compile(r"(\d{1,9})\.([0-9a-f]{16})")
# So many edits may have come between. Whoever wrote for longer is shown both texts.
_EDITS = 60


class Typed(NamedTuple):
    """What a form says of a post. The title is the first post's alone."""

    text: str
    title: str = ""
    language: str = ""


@dataclass(frozen=True)
class Outcome:
    """What saving gives: both edits as one, or what two people made of the same."""

    now: Post
    pieces: Merged
    title: str
    language: str
    # Who changed the post meanwhile, and how it read before that, where it is still known.
    by: tuple[str, ...] = ()
    base: Revision | None = None
    # "title", "language": where the two do not agree.
    differ: frozenset[str] = field(default_factory=frozenset)

    @property
    def is_clean(self) -> bool:
        return not self.differ and is_clean(self.pieces)

    @property
    def text(self) -> str:
        return joined(self.pieces)


class Clash(Exception):
    """Two people changed the same. Nothing was saved: a person decides."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__()
        self.outcome = outcome


def began_at(post: Post) -> str:
    """What a form remembers of the post that it was made from: its version, and what it said."""
    return f"{post.version}.{_digest(*_said(post))}"


def put_together(post: Post, typed: Typed, began: str) -> Outcome:
    """What these words make of the post as it is now. Expects it fresh, with its topic.

    Where nobody changed it since, or nothing is said of where it began, what is typed is what is meant.
    """
    text, title = markup.tidy(typed.text).strip(), typed.title or _said(post)[0]
    typed = typed._replace(text=text, title=title)
    found = _BEGAN.fullmatch(began)
    if not found or found[2] == _digest(*_said(post)):
        return Outcome(post, [Paragraph(typed.text)], typed.title, typed.language)
    outcome = _met(post, typed, int(found[1]), found[2])
    if outcome.is_clean and len(outcome.text) > POST_AT_MOST():
        raise ValidationError(_too_long(), code="too_long")
    return outcome


def _met(post: Post, typed: Typed, version: int, digest: str) -> Outcome:
    title, language, source = _said(post)
    since = list(
        post.revisions.filter(version__gte=version)
        .select_related("by", "hiding")
        .defer("html")
        .in_order()[:_EDITS]
    )
    base = next((one for one in since if _digest(one.title, one.language, one.source) == digest), None)
    if base and hasattr(base, "hiding"):
        base = None
    before = (base.title, base.language, base.source) if base else (None, None, None)
    titles = _agreed(before[0], typed.title, title)
    languages = _agreed(before[1], typed.language, language) if typed.language else ""
    chosen = {"title": titles, "language": languages}
    return Outcome(
        post,
        _pieces(before[2], typed.text, source),
        typed.title if titles is None else titles,
        typed.language if languages is None else languages,
        tuple(dict.fromkeys(one.by.name for one in since)) or (_last_editor(post),),
        base,
        frozenset(name for name, value in chosen.items() if value is None),
    )


def _pieces(base: str | None, mine: str, now: str) -> Merged:
    agreed = _agreed(base and base.strip(), mine, now.strip())
    return merge(base, mine, now) if agreed is None else [Paragraph(agreed)]


def _agreed(base: str | None, mine: str, now: str) -> str | None:
    """What both want, or what the one wants who changed it; None where they do not agree."""
    if mine in (now, base):
        return now
    return mine if base == now else None


def _said(post: Post) -> tuple[str, str, str]:
    """All of a post that an edit can change."""
    return post.topic.title if post.number == 1 else "", post.language, post.source


def _digest(title: str, language: str, source: str) -> str:
    return sha256("\0".join((title, language, source)).encode()).hexdigest()[:16]


def _last_editor(post: Post) -> str:
    last = post.revisions.select_related("by").order_by("-version").first()
    return last.by.name if last else post.author.name


def _too_long() -> str:
    return pgettext(
        "limit", "Somebody has changed other paragraphs meanwhile, and with yours the post would be too long."
    )

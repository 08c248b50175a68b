"""The rows of the queue, ready to be shown: a page costs the same few queries however much waits."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from django.db.models import Prefetch
from django.urls import reverse
from django.utils.translation import npgettext, pgettext

from space.accounts.faces import Face, face_of
from space.accounts.readers import Reader
from space.discuss.models import Audience, Category, Post
from space.kit import clock
from space.languages import autonym, mark
from space.review import numbers
from space.review.gate.rules import label_of
from space.review.models import Case, Decision, Did, Flag, WatchedSaying
from space.review.models.behind import MANY, posts_of, posts_written
from space.review.models.cases import CaseQuerySet
from space.review.sayings import WHERE, sayings_in
from space.review.things import PERSON, POST, SAYING
from space.web.times import ago, iso

A_PAGE = 20
# Nobody reads more of them at once; the page of the case has all.
_FLAGS = 8
_EXCERPT = 280


@dataclass(frozen=True)
class Told:
    """One flag, as it is told to who decides."""

    why: str
    by: str
    words: str


class Press(NamedTuple):
    """A button that does something at once."""

    name: str
    label: str
    key: str = ""
    quiet: bool = False


@dataclass(frozen=True)
class Item:
    """One thing with its flags."""

    case: Case
    url: str
    face: Face
    known: str
    words: str
    lang: str
    dir: str
    autonym: str
    flags: Sequence[Told]
    weight: str
    ago: str
    iso: str
    claimed: str
    carry: str
    claim: Press
    at_once: Sequence[Press]
    category: Category | None = None
    topic: Any = None
    post: Post | None = None
    # Where it stands, of words that are no post.
    label: Any = ""
    hides: bool = False
    decisions: Sequence[Any] = field(default_factory=list)


def page_of(cases: CaseQuerySet) -> tuple[list[Case], bool]:
    """The next cases with their flags, and whether there are more."""
    flags = Flag.objects.filter(withdrawn_at=None).select_related("by")[:_FLAGS]
    decided = Decision.objects.select_related("by")
    told = (Prefetch("flags", flags, to_attr="told"), Prefetch("decisions", decided))
    wanted = cases.select_related("author", "category", "claimed_by").prefetch_related(*told)
    found = list(wanted[: A_PAGE + 1])
    return found[:A_PAGE], len(found) > A_PAGE


def items_of(cases: list[Case], reader: Reader) -> list[Item]:
    posts, written = posts_of(cases, reader), posts_written(case.author_id for case in cases)
    shown = {case.pk: posts.get(case.thing_id) for case in cases if case.thing_kind == POST}
    sayings = sayings_in(case.thing_id for case in cases if case.thing_kind == SAYING)
    return [
        _item(
            case,
            shown.get(case.pk),
            written.get(case.author_id, 0),
            reader,
            sayings.get(case.thing_id) if case.thing_kind == SAYING else None,
        )
        for case in cases
    ]


def told(flag: Flag) -> Told:
    name = flag.by.name if flag.by else ""
    return Told(str(flag.get_why_display()), name or _nobody(flag), flag.words)


def _nobody(flag: Flag) -> str:
    if flag.rule:
        return pgettext("flag", "a rule: %(name)s") % {"name": label_of(flag.rule) or flag.rule}
    return pgettext("flag", "somebody without an account")


def known(trust: int, posts: int) -> str:
    """Who an author is, in half a line."""
    if posts >= MANY:
        return pgettext("review queue", "trust %(trust)d · many posts") % {"trust": trust}
    told = npgettext("review queue", "trust %(trust)d · %(n)d post", "trust %(trust)d · %(n)d posts", posts)
    return told % {"trust": trust, "n": posts}


def claimed(case: Case, reader: Reader) -> str:
    if case.claimed_by is None:
        return ""
    if case.claimed_by_id == reader.pk:
        return pgettext("review queue", "Claimed by you")
    return pgettext("review queue", "Claimed by %(name)s") % {"name": case.claimed_by.name}


def weighs(case: Case) -> str:
    """How much it weighs, beside what hides a post by itself."""
    weight, limit = round(case.weight), numbers.HIDES_AT()
    said = pgettext("review queue", "weight %(weight)d of %(limit)d")
    if case.hidden_at:
        said = pgettext("review queue", "weight %(weight)d of %(limit)d: hidden")
    return said % {"weight": weight, "limit": limit}


def _claim(case: Case, reader: Reader) -> Press:
    if case.claimed_by_id == reader.pk:
        return Press("let-go", pgettext("review", "Let it go"))
    return Press("claim", pgettext("review", "Claim it"))


def _at_once(case: Case) -> list[Press]:
    """What burdens nobody."""
    keep = pgettext("review queue", "Let it appear") if case.is_held else pgettext("review queue", "Keep")
    return [
        Press(Did.KEEP, keep, key="x"),
        Press(Did.IGNORE, pgettext("review queue", "Ignore"), quiet=True),
    ]


def _words(case: Case, post: Post | None, saying: WatchedSaying | None) -> str:
    """Of a picture nothing: it is looked at on the page of its case."""
    if post:
        return post.brief(_EXCERPT)
    if saying:
        return " · ".join(saying.words.values())[:_EXCERPT]
    return case.author.about[:_EXCERPT] if case.thing_kind == PERSON else ""


def is_private(post: Post) -> bool:
    """Of a conversation of some people nothing is told but the message that somebody flagged, its title neither."""
    return post.topic.audience == Audience.PEOPLE


def _item(case: Case, post: Post | None, posts: int, reader: Reader, saying: WatchedSaying | None) -> Item:
    language = post.language if post else case.language
    words, now = mark(post.brief_language if post else language), clock.now()
    moment = case.decided_at or case.opened_at
    return Item(
        case=case,
        url=reverse("review:case", args=[case.pk]),
        face=face_of(case.author),
        known=known(case.author.trust, posts),
        words=_words(case, post, saying),
        label=WHERE[saying.where].label if saying else "",
        lang=words.lang,
        dir=words.dir,
        autonym=autonym(language) if language else "",
        flags=[told(flag) for flag in case.told],  # type: ignore[attr-defined]
        weight=weighs(case),
        ago=ago(moment, now),
        iso=iso(moment),
        claimed=claimed(case, reader),
        carry=reverse("review:carry", args=[case.pk]),
        claim=_claim(case, reader),
        at_once=_at_once(case),
        category=case.category,
        topic=post.topic if post and not is_private(post) else None,
        post=post,
        hides=case.thing_kind != PERSON,
        decisions=list(case.decisions.all()) if case.decided_at else [],
    )

"""How flags, decisions, authors and cases are told to who decides."""

from typing import Any

from django.template.defaultfilters import linebreaksbr
from django.utils.translation import npgettext, pgettext

from space.discuss.models import Audience
from space.languages import autonym
from space.review import numbers
from space.review.gate.rules import label_of
from space.review.models import Clause, Decision, Did, Flag, Follows, Why
from space.review.models.behind import MANY

_WHY, _DID, _FOLLOWS, _CLAUSES = (dict(codes.choices) for codes in (Why, Did, Follows, Clause))


def flag_told(why: str, by: str | None, rule: str, words: str, read_in: str) -> dict[str, str]:
    read = autonym(read_in) if read_in else ""
    return {
        "why": str(_WHY[why]),
        "by": by or _nobody(rule),
        "words": words,
        "read": read,
        "read_in": read_in,
    }


def told(flag: Flag) -> dict[str, str]:
    """Expects `flag.by`."""
    return flag_told(flag.why, flag.by.name if flag.by else "", flag.rule, flag.words, flag.read_in)


def _nobody(rule: str) -> str:
    if rule:
        return pgettext("flag", "a rule: %(name)s") % {"name": label_of(rule) or rule}
    return pgettext("flag", "somebody without an account")


def decision_told(did: str, follows: str, clause: str, by: str, undone: Any, why: str) -> dict[str, Any]:
    return {
        "did": str(_DID[did]),
        "follows": str(_FOLLOWS[follows]) if follows else "",
        "clause": str(_CLAUSES[clause]) if clause else "",
        "by": by,
        "undone": bool(undone),
        "reason": linebreaksbr(why),
    }


def decided(one: Decision) -> dict[str, Any]:
    """Expects `by`."""
    return decision_told(one.did, one.follows, one.clause, one.by.name, one.reversed_at, one.reason)


def is_private(audience: str) -> bool:
    """Of a conversation of some people nothing is told but the message that somebody flagged, its title neither."""
    return audience == Audience.PEOPLE


def known(trust: int, posts: int) -> str:
    """Who an author is, in half a line."""
    if posts >= MANY:
        return pgettext("review queue", "trust %(trust)d · many posts") % {"trust": trust}
    told = npgettext("review queue", "trust %(trust)d · %(n)d post", "trust %(trust)d · %(n)d posts", posts)
    return told % {"trust": trust, "n": posts}


def claimed(name: str | None, *, mine: bool) -> str:
    """Nothing where nobody has claimed it."""
    if name is None:
        return ""
    if mine:
        return pgettext("review queue", "Claimed by you")
    return pgettext("review queue", "Claimed by %(name)s") % {"name": name}


def weighs(weight: float, *, is_hidden: bool) -> str:
    """How much it weighs, beside what hides a post by itself."""
    said = pgettext("review queue", "weight %(weight)d of %(limit)d")
    if is_hidden:
        said = pgettext("review queue", "weight %(weight)d of %(limit)d: hidden")
    return said % {"weight": round(weight), "limit": numbers.HIDES_AT()}

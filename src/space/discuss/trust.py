"""The one table of what it takes for trust to grow by itself. Trust 3 and 4 are given by moderators, by hand."""

from collections.abc import Mapping
from typing import TypeAlias

from django.utils.functional import Promise
from django.utils.translation import npgettext, pgettext_lazy

from space.accounts.models import Trust
from space.community import Group, number, units
from space.community.registry import Definition

Counts: TypeAlias = Mapping[str, int]
_EXPLAINED = pgettext_lazy(
    "setting", "Looked at every night. Trust that somebody has stays when this is raised."
)


def _needed(name: str, label: str | Promise, unit: object, default: int, at_most: int) -> Definition[int]:
    return number(
        name,
        group=Group.TRUST,
        label=label,
        explanation=_EXPLAINED,
        unit=unit,  # type: ignore[arg-type]
        at_least=0,
        at_most=at_most,
        default=default,
    )


# For each step what is measured (actions/trusting.py counts it), and how much of it is needed.
TABLE: dict[Trust, dict[str, Definition[int]]] = {
    Trust.BASIC: {
        "topics": _needed(
            "trust_1_topics", pgettext_lazy("setting", "Trust 1: topics entered"), units.topics, 5, 1_000
        ),
        "posts": _needed(
            "trust_1_posts", pgettext_lazy("setting", "Trust 1: posts read"), units.posts, 30, 10_000
        ),
        "minutes": _needed(
            "trust_1_minutes", pgettext_lazy("setting", "Trust 1: time of reading"), units.minutes, 10, 10_000
        ),
    },
    Trust.MEMBER: {
        "topics": _needed(
            "trust_2_topics", pgettext_lazy("setting", "Trust 2: topics entered"), units.topics, 20, 1_000
        ),
        "posts": _needed(
            "trust_2_posts", pgettext_lazy("setting", "Trust 2: posts read"), units.posts, 100, 10_000
        ),
        "minutes": _needed(
            "trust_2_minutes", pgettext_lazy("setting", "Trust 2: time of reading"), units.minutes, 60, 10_000
        ),
        "days": _needed("trust_2_days", pgettext_lazy("setting", "Trust 2: days of coming"), units.days, 15, 365),
        "given": _needed(
            "trust_2_given", pgettext_lazy("setting", "Trust 2: reactions given"), units.reactions, 1, 1_000
        ),
        "received": _needed(
            "trust_2_received", pgettext_lazy("setting", "Trust 2: reactions received"), units.reactions, 1, 1_000
        ),
        "replied": _needed(
            "trust_2_replied", pgettext_lazy("setting", "Trust 2: topics replied in"), units.topics, 3, 1_000
        ),
    },
}  # fmt: skip


def earned(trust: int, counts: Counts) -> int:
    """How far trust has grown, one step after the other; it never falls."""
    for step, needs in TABLE.items():
        if step == trust + 1 and all(counts[name] >= needed() for name, needed in needs.items()):
            trust = step
    return trust


def told(measure: str, have: int, need: int) -> str:
    """How far somebody is with one thing, in words for them."""
    sentence = {
        "topics": npgettext(
            "trust",
            "You have entered %(have)d of %(need)d topic.",
            "You have entered %(have)d of %(need)d topics.",
            need,
        ),
        "posts": npgettext(
            "trust",
            "You have read %(have)d of %(need)d post.",
            "You have read %(have)d of %(need)d posts.",
            need,
        ),
        "minutes": npgettext(
            "trust",
            "You have read for %(have)d of %(need)d minute.",
            "You have read for %(have)d of %(need)d minutes.",
            need,
        ),
        "days": npgettext(
            "trust",
            "You have come on %(have)d of %(need)d day.",
            "You have come on %(have)d of %(need)d days.",
            need,
        ),
        "given": npgettext(
            "trust",
            "You have given %(have)d of %(need)d reaction.",
            "You have given %(have)d of %(need)d reactions.",
            need,
        ),
        "received": npgettext(
            "trust",
            "You have received %(have)d of %(need)d reaction.",
            "You have received %(have)d of %(need)d reactions.",
            need,
        ),
        "replied": npgettext(
            "trust",
            "You have replied in %(have)d of %(need)d topic.",
            "You have replied in %(have)d of %(need)d topics.",
            need,
        ),
    }[measure]
    return sentence % {"have": min(have, need), "need": need}

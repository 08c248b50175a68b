"""What is said of a filter that is not understood: why, and what would be right."""

from collections.abc import Sequence
from difflib import get_close_matches

from django.utils.translation import npgettext, pgettext

from space import languages
from space.kit.folding import folded
from space.search.grammar import operators
from space.search.grammar.operators import LISTS, Operator


def named(words: str) -> str:
    """In quotes, and in its own direction."""
    return f"“\u2068{words}\u2069”"


def listed(words: Sequence[str]) -> str:
    return languages.listed(f"\u2068{word}\u2069" for word in words)


def unknown(name: str) -> str:
    all_names = operators.names()
    plain = folded(name)
    begun = [one for one in all_names if len(plain) > 1 and one.startswith(plain)]
    near = begun or get_close_matches(plain, all_names, 1, cutoff=0.6)
    if near:
        own = operators.name_of(all_names[near[0]])
        text = pgettext(
            "filter problem",
            "There is no filter %(name)s. Did you mean %(near)s? To look for the words themselves, put them in quotes.",
        )
        return text % {"name": named(f"{name}:"), "near": named(f"{own}:")}
    text = pgettext(
        "filter problem",
        "There is no filter %(name)s. There are %(all)s. To look for the words themselves, put them in quotes.",
    )
    known = [f"{operators.name_of(one)}:" for one in operators.offered()]
    return text % {"name": named(f"{name}:"), "all": listed(known)}


def empty(operator: Operator) -> str:
    own = operators.name_of(operator)
    text = pgettext(
        "filter problem", "%(name)s needs a value right behind it, without a space: for example %(example)s."
    )
    return text % {"name": named(f"{own}:"), "example": named(f"{own}:{operator.example}")}


def wrong(operator: Operator, reason: str) -> str:
    """The reason, with what it is about before it."""
    text = pgettext("filter problem", "%(name)s: %(reason)s")
    return text % {"name": f"\u2068{operators.name_of(operator)}\u2069", "reason": reason}


def elsewhere(operator: Operator, value: str, here: str) -> str:
    if here == LISTS:
        text = pgettext("filter problem", "%(filter)s works in search, and not in a list.")
    else:
        text = pgettext("filter problem", "%(filter)s works in lists of conversations, and not in search.")
    return text % {"filter": _whole(operator, value)}


def for_members(operator: Operator, value: str) -> str:
    text = pgettext("filter problem", "%(filter)s is about what is yours. Sign in, and it works.")
    return text % {"filter": _whole(operator, value)}


def not_turned(operator: Operator, value: str) -> str:
    text = pgettext("filter problem", "%(filter)s cannot be turned round with a minus.")
    return text % {"filter": _whole(operator, value)}


def too_many(most: int) -> str:
    text = pgettext(
        "filter problem",
        "That is more than can be looked for at once: only the first %(n)d words and filters count.",
    )
    return text % {"n": most}


def more(number: int) -> str:
    text = npgettext(
        "filter problem",
        "%(n)d other filter is not understood either.",
        "%(n)d other filters are not understood either.",
        number,
    )
    return text % {"n": number}


def _whole(operator: Operator, value: str) -> str:
    return named(f"{operators.name_of(operator)}:{operator.said(value)}")

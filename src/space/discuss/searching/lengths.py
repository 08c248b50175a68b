"""`posts:5`, `posts:>20`, `posts:2..10`: how many posts a topic has."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Q
from django.utils.translation import pgettext, pgettext_lazy

from space.accounts.readers import Reader
from space.discuss.models import Topic
from space.search.grammar.narrowing import any_of, where
from space.search.grammar.operators import Given, Offer, Operator
from space.search.grammar.sentences import named
from space.search.grammar.terms import Value

if TYPE_CHECKING:
    from space.search.asking import Question

_NUMBER, _LARGEST = r"(\d{1,7})", 9_999_999
_PLAIN = re.compile(_NUMBER)
_COMPARED = re.compile(rf"([<>])(=?){_NUMBER}")
_OPEN = re.compile(rf"{_NUMBER}(?:\+|\.\.)")
_BETWEEN = re.compile(rf"{_NUMBER}(?:\.\.|[-–]){_NUMBER}")


@dataclass(frozen=True)
class Range:
    """Both ends are inside; None where there is none."""

    least: int
    most: int | None

    def __str__(self) -> str:
        if self.least == self.most:
            return str(self.least)
        return f"{self.least}..{'' if self.most is None else self.most}"

    def condition(self) -> Q:
        at_least = Q(posts_count__gte=self.least)
        return at_least if self.most is None else at_least & Q(posts_count__lte=self.most)


def _range(typed: str) -> Range | None:
    if found := _PLAIN.fullmatch(typed):
        return Range(int(found[1]), int(found[1]))
    if found := _OPEN.fullmatch(typed):
        return Range(int(found[1]), None)
    if found := _BETWEEN.fullmatch(typed):
        least, most = sorted((int(found[1]), int(found[2])))
        return Range(least, most)
    if found := _COMPARED.fullmatch(typed):
        number, with_it = int(found[3]), bool(found[2])
        if found[1] == ">":
            return Range(min(number + (not with_it), _LARGEST), None)
        return Range(0, max(number - (not with_it), 0))
    return None


def _read(typed: Sequence[str], reader: Reader) -> Mapping[str, Value]:
    found = {word: _range(word.strip()) for word in typed}
    return {word: Value(str(one), one) for word, one in found.items() if one}


def _wrong(typed: str, reader: Reader) -> str:
    text = pgettext(
        "filter problem", "%(value)s is no number of posts. Write it like one of these: %(examples)s."
    )
    return text % {"value": named(typed), "examples": "5, >20, <3, 2..10"}


def _offer(typed: str, reader: Reader) -> list[Offer]:
    known = (
        ("1", pgettext("filter value", "without a reply")),
        ("2..", pgettext("filter value", "with a reply")),
        ("20..", pgettext("filter value", "twenty posts or more")),
    )
    return [Offer(value, note=note, kind="word") for value, note in known if value.startswith(typed)]


def _ask(asked: "Question", given: Given) -> "Question":
    seen = Topic.objects.visible_to(given.reader)
    long = (Q(topic__in=seen.filter(one.condition()).values("pk")) for one in given.means)
    return where(asked, long, without=given.without)


LENGTH = Operator(
    name="posts",
    spoken=pgettext_lazy("filter name", "posts"),
    label=pgettext_lazy("filter", "How many posts a topic has"),
    example="2..10",
    read=_read,
    wrong=_wrong,
    offer=_offer,
    topics=lambda given: any_of((one.condition() for one in given.means), without=given.without),
    question=_ask,
    order=70,
)

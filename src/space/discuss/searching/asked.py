"""The operator for questions to a group. Knows what everybody knows, and asks the database nothing for it."""

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING

from django.db.models import Q
from django.utils.translation import pgettext, pgettext_lazy

from space.accounts.readers import Reader
from space.discuss.asking.known import Asked, known_groups
from space.discuss.models import Topic
from space.kit.fields import one_line
from space.kit.folding import begins_a_word, folded
from space.languages import bcp47
from space.search.grammar.narrowing import any_of, where
from space.search.grammar.operators import Given, Offer, Operator
from space.search.grammar.sentences import listed, named
from space.search.grammar.terms import Value

if TYPE_CHECKING:
    from space.search.asking import Question

_MOST = 8


def _read(typed: Sequence[str], reader: Reader) -> Mapping[str, Value]:
    """By the word in its address, else by its name."""
    known = known_groups()
    by_name = {folded(one.name): one for one in reversed(known)}
    by_slug = {one.slug: one for one in known}
    found = {word: by_slug.get(word.lower()) or by_name.get(folded(word)) for word in typed}
    return {word: Value(group.slug, group.pk) for word, group in found.items() if group}


def _wrong(typed: str, reader: Reader) -> str:
    near = [one.slug for one in _near(typed)][:3]
    if near:
        text = pgettext(
            "filter problem", "There is no group %(value)s that takes questions. Did you mean %(near)s?"
        )
        return text % {"value": named(typed), "near": listed(near)}
    text = pgettext("filter problem", "There is no group %(value)s that takes questions.")
    return text % {"value": named(typed)}


def _near(typed: str) -> list[Asked]:
    names = {folded(name): one for one in known_groups() for name in (one.slug, one.name)}
    alike = get_close_matches(folded(typed), names, 2, cutoff=0.6)
    begun = [name for name in names if begins_a_word(folded(typed), name)]
    return list({names[name].pk: names[name] for name in (*begun, *alike)}.values())


def _offer(typed: str, reader: Reader) -> list[Offer]:
    wanted = folded(one_line(typed))
    found = [
        one
        for one in known_groups()
        if begins_a_word(wanted, folded(one.name)) or one.slug.startswith(wanted)
    ]
    return [
        Offer(one.slug, one.name, kind="word", lang=bcp47(one.language) if one.language else "")
        for one in found[:_MOST]
    ]


def _ask(asked: "Question", given: Given) -> "Question":
    seen = Topic.objects.visible_to(given.reader).filter(asked__in=list(given.means))
    return where(asked, [Q(topic__in=seen.values("pk"))], without=given.without)


ASKED = Operator(
    name="asked",
    spoken=pgettext_lazy("filter name", "asked"),
    label=pgettext_lazy("filter", "A question to a group that takes questions"),
    example="garden",
    read=_read,
    wrong=_wrong,
    offer=_offer,
    topics=lambda given: any_of([Q(asked__in=list(given.means))], without=given.without),
    question=_ask,
    order=55,
)

"""The operators that have nothing to do with content: language, time, order, kind, and where to look."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from typing import TYPE_CHECKING

from django.db.models import Q
from django.utils.translation import pgettext, pgettext_lazy

from space import languages
from space.accounts.readers import Reader
from space.kit.folding import folded
from space.search.grammar import dates, narrowing
from space.search.grammar.choices import Choice, Choices, operator_of
from space.search.grammar.operators import SEARCH, Given, Offer, Operator, register
from space.search.grammar.sentences import named
from space.search.grammar.terms import Value

if TYPE_CHECKING:
    from space.search.asking import Question

# Apps register what they have.
KINDS, PLACES, ORDERS = Choices(), Choices(), Choices()
_OFFERED = 8


def register_generic() -> None:
    _register_choices()
    register(
        Operator(
            name="lang",
            spoken=pgettext_lazy("filter name", "lang"),
            label=pgettext_lazy("filter", "Written in a language"),
            example="fr",
            also=("language", "languages"),
            read=_read_languages,
            wrong=_no_language,
            offer=_offer_languages,
            topics=_speaking,
            question=lambda asked, given: narrowing.one_of(
                asked, "languages", "lang", languages.with_kin(given.means), without=given.without
            ),
            order=40,
        )
    )
    for name, spoken, label, order in _TIMES:
        register(_time(name, spoken, label, order))


_TIMES = (
    ("after", pgettext_lazy("filter name", "after"), pgettext_lazy("filter", "Since a day"), 60),
    ("before", pgettext_lazy("filter name", "before"), pgettext_lazy("filter", "Before a day"), 61),
    ("on", pgettext_lazy("filter name", "on"), pgettext_lazy("filter", "In a year, a month, a day"), 62),
)


def _register_choices() -> None:
    register(
        operator_of(
            KINDS,
            name="kind",
            spoken=pgettext_lazy("filter name", "kind"),
            label=pgettext_lazy("filter", "What it is"),
            example="question",
            also=("type",),
            question=lambda asked, given: narrowing.one_of(
                asked, "species", "species", [choice.name for choice in given.means], without=given.without
            ),
            order=30,
        )
    )
    register(
        operator_of(
            PLACES,
            name="in",
            spoken=pgettext_lazy("filter name", "in"),
            label=pgettext_lazy("filter", "Where to look"),
            example="title",
            order=45,
        )
    )
    register(
        operator_of(
            ORDERS,
            name="order",
            spoken=pgettext_lazy("filter name", "order"),
            label=pgettext_lazy("filter", "What stands first"),
            example="newest",
            also=("sort",),
            order=90,
        )
    )
    for choice in _PLACES:
        PLACES.register(choice)
    for choice in _ORDERS:
        ORDERS.register(choice)


_PLACES = (
    Choice(
        "title",
        pgettext_lazy("filter value", "title"),
        pgettext_lazy("filter", "only in titles"),
        changes=lambda asked, _: replace(asked, title_only=True),
        turns=False,
        order=10,
    ),
    Choice(
        "first",
        pgettext_lazy("filter value", "first"),
        pgettext_lazy("filter", "only in first posts, not in replies"),
        changes=lambda asked, _: replace(asked, first_only=True),
        turns=False,
        order=11,
    ),
)
_ORDERS = (
    Choice(
        "relevance",
        pgettext_lazy("filter value", "relevance"),
        pgettext_lazy("filter", "what fits best first"),
        changes=lambda asked, _: replace(asked, newest=False),
        where=frozenset({SEARCH}),
        turns=False,
        order=10,
    ),
    Choice(
        "newest",
        pgettext_lazy("filter value", "newest"),
        pgettext_lazy("filter", "the newest first"),
        changes=lambda asked, _: replace(asked, newest=True),
        also=("latest",),
        turns=False,
        order=11,
    ),
)


def _speaking(given: Given) -> Q:
    """With posts in it, or in no known language: what nobody knows is not hidden, and not kept out either."""
    codes = languages.with_kin(given.means)
    return ~Q(languages__overlap=list(codes)) if given.without else Q(languages__overlap=["", *codes])


def _read_languages(typed: Sequence[str], reader: Reader) -> Mapping[str, Value]:
    found = {word: _language(word) for word in typed}
    return {word: Value(code, code) for word, code in found.items() if code}


def _language(typed: str) -> str:
    """By code, or by a name that is the whole of one: what only begins so is not meant yet."""
    if languages.known(typed):
        return languages.canonical(typed)
    wanted = folded(typed).strip()
    near = languages.find(typed, 5)
    return next((one.code for one in near if wanted in {folded(one.autonym), folded(one.name)}), "")


def _no_language(typed: str, reader: Reader) -> str:
    near = languages.find(typed, 3) or _spelt_alike(typed)
    if near:
        text = pgettext("filter problem", "%(value)s is no language that we know. Did you mean %(near)s?")
        told = languages.listed(f"\u2068{one.code}\u2069 (\u2068{one.autonym}\u2069)" for one in near)
        return text % {"value": named(typed), "near": told}
    text = pgettext(
        "filter problem",
        "%(value)s is no language that we know. Write its code or its name, such as %(examples)s.",
    )
    return text % {"value": named(typed), "examples": "fr, العربية, Hindi"}


def _spelt_alike(typed: str) -> list[languages.Language]:
    named = {folded(name): one for one in languages.choices() for name in (one.autonym, one.name)}
    return [named[name] for name in get_close_matches(folded(typed), named, 2, cutoff=0.7)]


def _offer_languages(typed: str, reader: Reader) -> list[Offer]:
    """Before anything is typed, those that the reader has said to read."""
    known = (
        map(languages.language, reader.languages) if not typed.strip() else languages.find(typed, _OFFERED)
    )
    return [Offer(one.code, one.autonym, note=one.name, kind="word", lang=one.bcp47) for one in known]


def _time(name: str, spoken: object, label: object, order: int) -> Operator:
    return Operator(
        name=name,
        spoken=spoken,  # type: ignore[arg-type]
        label=label,  # type: ignore[arg-type]
        example="2026-05",
        read=dates.read,
        wrong=dates.wrong,
        said=dates.said,
        offer=dates.offer,
        topics=lambda given: narrowing.any_of(
            (_SPANS[name]("created_at", span) for span in given.means), without=given.without
        ),
        question=lambda asked, given: _ask_time(asked, given, name),
        order=order,
    )


_SPANS: dict[str, Callable[[str, dates.Span], Q]] = {
    "after": lambda column, span: Q(**{f"{column}__gte": span.start}),
    "before": lambda column, span: Q(**{f"{column}__lt": span.start}),
    "on": lambda column, span: Q(**{f"{column}__gte": span.start, f"{column}__lt": span.end}),
}


def _ask_time(asked: "Question", given: Given, name: str) -> "Question":
    """One span is from when until when; several, or what is kept out, a condition."""
    if len(given.means) > 1 or given.without:
        spans = (_SPANS[name]("written_at", span) for span in given.means)
        return narrowing.where(asked, spans, without=given.without)
    span: dates.Span = given.means[0]
    if name != "before" and (asked.since is None or asked.since < span.start):
        asked = replace(asked, since=span.start)
    until = span.start if name == "before" else span.end
    if name != "after" and (asked.until is None or asked.until > until):
        asked = replace(asked, until=until)
    return asked

"""Operators whose values are a few words that apps register, such as `status:open`."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from django.db.models import Q
from django.utils.translation import get_language, pgettext

from space.accounts.readers import Reader
from space.kit.folding import begins_a_word, folded
from space.search.grammar import narrowing
from space.search.grammar.operators import EVERYWHERE, Given, Offer, Operator, Words
from space.search.grammar.sentences import listed, named
from space.search.grammar.terms import Value

if TYPE_CHECKING:
    from space.search.asking import Question


@dataclass(frozen=True)
class Choice:
    """One value. `topics` narrows lists; `entries` the rows of search, or `changes` what is asked of it."""

    name: str
    # As the reader's language has it.
    spoken: Words
    # What it does, in words.
    label: Words
    topics: Callable[[Reader], Q] | None = None
    entries: Callable[[Reader], Q] | None = None
    changes: "Callable[[Question, Reader], Question] | None" = None
    also: tuple[str, ...] = ()
    where: frozenset[str] = EVERYWHERE
    for_members: bool = False
    # Whether it can be kept out, with a minus.
    turns: bool = True
    order: int = 50


class Choices:
    """The values of one operator."""

    def __init__(self) -> None:
        self._by_name: dict[str, Choice] = {}
        self._spoken: dict[str, dict[str, Choice]] = {}
        self._all: dict[tuple[str | None, bool], list[Offer]] = {}

    def register(self, choice: Choice) -> None:
        self._by_name[choice.name] = choice
        self._spoken.clear()
        self._all.clear()

    def __getitem__(self, name: str) -> Choice:
        return self._by_name[name]

    def every(self) -> list[Choice]:
        return sorted(self._by_name.values(), key=lambda one: (one.order, one.name))

    def called(self, typed: str) -> Choice | None:
        return self._names().get(_plain(typed))

    def said(self, key: str) -> str:
        """In the reader's language, or in English where that could not be read back."""
        choice = self._by_name.get(key)
        if choice is None:
            return key
        own = str(choice.spoken)
        return own if self.called(own) is choice else key

    def read(self, typed: Sequence[str], reader: Reader) -> Mapping[str, Value]:
        meant = {word: self.called(word) for word in typed}
        return {word: Value(choice.name, choice) for word, choice in meant.items() if choice}

    def wrong(self, typed: str, reader: Reader) -> str:
        near = get_close_matches(_plain(typed), self._names(), 1, cutoff=0.6)
        if near:
            text = pgettext(
                "filter problem", "%(value)s is not one of the words here. Did you mean %(near)s?"
            )
            return text % {"value": named(typed), "near": named(self.said(self._names()[near[0]].name))}
        text = pgettext("filter problem", "%(value)s is not one of the words here. There are %(all)s.")
        return text % {"value": named(typed), "all": listed([self.said(one.name) for one in self.every()])}

    def offer(self, typed: str, reader: Reader) -> list[Offer]:
        wanted = _plain(typed)
        shown = (one for one in self.every() if reader.is_member or not one.for_members)
        return [
            Offer(self.said(one.name), note=str(one.label), kind="word", key=one.name)
            for one in shown
            if any(begins_a_word(wanted, name) for name in self._names_of(one))
        ]

    def all_of(self, reader: Reader) -> list[Offer]:
        """With what each does, for a list to choose from."""
        key = get_language(), reader.is_member
        if key not in self._all:
            self._all[key] = [
                replace(one, label=f"{one.value} – {one.note}") for one in self.offer("", reader)
            ]
        return self._all[key]

    def topics(self, given: Given) -> Q:
        found = [choice.topics(given.reader) for choice in given.means if choice.topics]
        return narrowing.any_of(found, without=given.without) if found else Q()

    def question(self, asked: "Question", given: Given) -> "Question":
        for choice in given.means:
            if choice.changes:
                asked = choice.changes(asked, given.reader)
        found = [choice.entries(given.reader) for choice in given.means if choice.entries]
        return narrowing.where(asked, found, without=given.without) if found else asked

    def _names(self) -> Mapping[str, Choice]:
        language = get_language() or ""
        if language not in self._spoken:
            known = self.every()
            spoken = {_plain(str(one.spoken)): one for one in known}
            spoken |= {_plain(name): one for one in known for name in one.also}
            self._spoken[language] = spoken | {one.name: one for one in known}
        return self._spoken[language]

    def _names_of(self, choice: Choice) -> list[str]:
        return [_plain(name) for name in (str(choice.spoken), choice.name, *choice.also)]


def operator_of(choices: Choices, **more: Any) -> Operator:
    """The operator that has these values."""
    more = {"topics": choices.topics, "question": choices.question} | more
    return Operator(
        read=choices.read,
        wrong=choices.wrong,
        offer=choices.offer,
        choices=choices.all_of,
        said=choices.said,
        where=lambda key: choices[key].where,
        for_members=lambda key: choices[key].for_members,
        turns=lambda key: choices[key].turns,
        **more,
    )


def _plain(text: str) -> str:
    return " ".join(folded(text).replace("-", " ").replace("_", " ").split())

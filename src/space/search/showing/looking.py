"""One look into everything: what was asked, how it was understood, and who asks."""

from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Q

from space.accounts.readers import Reader
from space.languages import Choice, choice
from space.search import naming
from space.search.asking import Answer, Question
from space.search.asking import query as ask
from space.search.grammar import Query, parse
from space.search.showing.asked import Asked, address

# Under which the switch my languages / all is remembered.
SWITCH = "search"


@dataclass(frozen=True)
class Looking:
    asked: Asked
    query: Query
    reader: Reader

    @classmethod
    def of(cls, asked: Asked, reader: Reader) -> "Looking":
        return cls(asked, parse(asked.text, reader), reader)

    @property
    def for_something(self) -> bool:
        return asks_for_something(self.query)

    @property
    def names_languages(self) -> bool:
        return any(one.name == "lang" for one in self.query.filters)

    @property
    def languages(self) -> Choice:
        """What the switch narrows to. Where the text itself names languages, the switch rests."""
        if self.names_languages:
            return Choice()
        return choice(self.asked.languages, self.reader.languages, remembered=SWITCH in self.reader.narrowed)

    def question(
        self, query: Query | None = None, *, of_all_languages: bool = False, **more: Any
    ) -> Question:
        """What a text asks, this one or one like it; a text that asks nothing means everything."""
        query = self.query if query is None else query
        question = (
            query.question(self.reader, Question(**more)) if asks_for_something(query) else everything(**more)
        )
        shown = self.languages.shown
        if not shown or of_all_languages:
            return question
        return replace(question, within=question.within & Q(lang__in=sorted(shown)))

    def count(self, query: Query | None = None, *, of_all_languages: bool = False) -> Answer:
        """Only its numbers are wanted. Each costs a search."""
        return ask(self.question(query, of_all_languages=of_all_languages, size=1), self.reader)

    def at(self, query: Query, page: int = 1) -> str:
        """The address of the same look with another text."""
        return address(str(query), page, self.asked.languages)


def asks_for_something(query: Query) -> bool:
    return query.has_words or bool(query.filters)


def everything(**more: Any) -> Question:
    more = {"newest": True} | more
    return Question(species=tuple(one.name for one in naming.all_species()), **more)

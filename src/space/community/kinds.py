"""What a setting can be: which values it takes, how they are stored, and how a list says them."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import npgettext, pgettext

from space.community import said
from space.community.said import Said
from space.kit import riddles
from space.kit.fields import one_line
from space.languages import WORLD, autonym, listed, region_name, regions

T = TypeVar("T")


class Kind(ABC, Generic[T]):
    @abstractmethod
    def checked(self, given: T) -> T:
        """The value as it is kept. Raises a ValidationError that says which values there are."""

    def stored(self, value: T) -> Any:
        """As JSON."""
        return value

    def loaded(self, raw: Any) -> T:
        """From JSON; raises where what was stored once is no value any more."""
        return self.checked(raw)

    @abstractmethod
    def said(self, value: T) -> str:
        """In a few words, in the reader's language."""


@dataclass(frozen=True)
class Number(Kind[int]):
    """A whole number between two bounds."""

    at_least: int
    at_most: int
    unit: Callable[[int], str]

    def checked(self, given: int) -> int:
        if isinstance(given, int) and not isinstance(given, bool) and self.at_least <= given <= self.at_most:
            return given
        raise ValidationError(self.bounds(), code="out_of_bounds")

    def bounds(self) -> str:
        told = pgettext("setting", "Give a whole number, from %(least)s to %(most)s.")
        return told % {"least": self.unit(self.at_least), "most": self.unit(self.at_most)}

    def said(self, value: int) -> str:
        return self.unit(value)


@dataclass(frozen=True)
class YesNo(Kind[bool]):
    def checked(self, given: bool) -> bool:
        if isinstance(given, bool):
            return given
        raise ValidationError(pgettext("setting", "Say yes or no."), code="unknown")

    def said(self, value: bool) -> str:
        return pgettext("setting", "yes") if value else pgettext("setting", "no")


@dataclass(frozen=True)
class Choice(Kind[str]):
    """One of several words, each with what it means."""

    options: tuple[tuple[str, str | Promise], ...]

    def checked(self, given: str) -> str:
        if given in dict(self.options):
            return given
        raise ValidationError(pgettext("setting", "Choose one of the list."), code="unknown")

    def said(self, value: str) -> str:
        return str(dict(self.options)[value])


@dataclass(frozen=True)
class Order(Kind[tuple[str, ...]]):
    """Some of several words, in an order; what is left out is not shown."""

    options: tuple[tuple[str, str | Promise], ...]

    def checked(self, given: tuple[str, ...]) -> tuple[str, ...]:
        if set(given) <= dict(self.options).keys():
            return tuple(dict.fromkeys(given))
        raise ValidationError(pgettext("setting", "Choose from the list."), code="unknown")

    def stored(self, value: tuple[str, ...]) -> list[str]:
        return list(value)

    def loaded(self, raw: list[str]) -> tuple[str, ...]:
        """Without what is no option any more: the rest stays as it was ordered."""
        return self.checked(tuple(name for name in raw if name in dict(self.options)))

    def said(self, value: tuple[str, ...]) -> str:
        names = dict(self.options)
        return listed(str(names[name]) for name in value) or pgettext("setting", "nothing")


@dataclass(frozen=True)
class Countries(Kind[tuple[str, ...]]):
    """Some countries, by their codes (ISO 3166-1), or none."""

    def checked(self, given: tuple[str, ...]) -> tuple[str, ...]:
        if set(given) <= dict(regions()).keys() - {WORLD}:
            return tuple(sorted(set(given)))
        raise ValidationError(pgettext("setting", "Give names or codes of countries."), code="unknown")

    def stored(self, value: tuple[str, ...]) -> list[str]:
        return list(value)

    def loaded(self, raw: list[str]) -> tuple[str, ...]:
        return self.checked(tuple(raw))

    def said(self, value: tuple[str, ...]) -> str:
        return listed(map(region_name, value)) or pgettext("setting", "none")


@dataclass(frozen=True)
class ShortText(Kind[str]):
    """A few words on one line, the same in every language."""

    at_most: int

    def checked(self, given: str) -> str:
        line = one_line(given)
        if not line:
            raise ValidationError(
                pgettext("setting", "Write something, or go back to the default."), code="empty"
            )
        if len(line) > self.at_most:
            raise too_long(self.at_most)
        return line

    def said(self, value: str) -> str:
        return value


@dataclass(frozen=True)
class Texts(Kind[Mapping[str, Said]]):
    """A text in the languages of the interface. A language that has none shows the text that comes with Space.

    `rich` texts are Markdown; the others are shown as they are.
    """

    at_most: int
    rich: bool

    def checked(self, given: Mapping[str, Said]) -> Mapping[str, Said]:
        kept = {code: text for code, text in given.items() if text.source}
        if unknown := kept.keys() - dict(settings.LANGUAGES).keys():
            raise ValidationError(f"There is no interface in {', '.join(sorted(unknown))}.", code="unknown")
        if any(len(text.source) > self.at_most for text in kept.values()):
            raise too_long(self.at_most)
        return kept

    def stored(self, value: Mapping[str, Said]) -> Any:
        return said.as_json(value)

    def loaded(self, raw: Any) -> Mapping[str, Said]:
        return said.from_json(raw)

    def said(self, value: Mapping[str, Said]) -> str:
        """Which languages have a text of the community."""
        if not value:
            return pgettext("setting", "as it comes with Space")
        return listed(autonym(code) for code in value)


@dataclass(frozen=True)
class Riddles(Texts):
    """Questions with their answers, a line each, in the languages of the interface. Not for everybody's eyes."""

    def checked(self, given: Mapping[str, Said]) -> Mapping[str, Said]:
        kept = super().checked(given)
        try:
            for text in kept.values():
                riddles.read(text.source)
        except riddles.Unreadable as error:
            told = pgettext(
                "setting", "Write a question, then =, then its answers with / between them: “%(line)s”."
            )
            raise ValidationError(told, code="unreadable", params={"line": error.line[:200]}) from error
        return kept

    def said(self, value: Mapping[str, Said]) -> str:
        return super().said(value) if value else pgettext("setting", "as the operator says, or none")


def too_long(at_most: int) -> ValidationError:
    text = npgettext(
        "setting",
        "This is too long: at most %(n)d character.",
        "This is too long: at most %(n)d characters.",
        at_most,
    )
    return ValidationError(text, code="too_long", params={"n": at_most})

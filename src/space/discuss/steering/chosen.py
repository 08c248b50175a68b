"""Which posts of a topic somebody chose, as addresses and forms say it: `3, 7-12, 40-`, the last to the end."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import pgettext_lazy

_HIGHEST = 2_147_483_647
_SPAN = re.compile(r"(\d{1,9})(?:\s*[-–—]\s*(\d{1,9})?)?")
_BETWEEN = re.compile(r"[\s,،、，;؛]+")
# More than anybody writes by hand, and less than an address can hold.
_SPANS = 500


@dataclass(frozen=True)
class Chosen:
    """Spans of numbers in order, none of which touches another."""

    spans: tuple[tuple[int, int], ...] = ()

    @classmethod
    def of(cls, text: str) -> Self:
        """Raises a ValidationError that says how to write it."""
        spans = []
        for piece in filter(None, _BETWEEN.split(_joined(text))):
            found = _SPAN.fullmatch(piece)
            if found is None:
                raise _unclear()
            first = int(found[1])
            last = int(found[2]) if found[2] else _HIGHEST if found[0] != found[1] else first
            if not 1 <= first <= last:
                raise _unclear()
            spans.append((first, last))
        if len(spans) > _SPANS:
            raise _unclear()
        return cls(_tidy(spans))

    @classmethod
    def these(cls, numbers: Iterable[int]) -> Self:
        return cls(_tidy((number, number) for number in numbers))

    def __str__(self) -> str:
        return ", ".join(_said(*span) for span in self.spans)

    def __bool__(self) -> bool:
        return bool(self.spans)

    def __contains__(self, number: int) -> bool:
        return any(first <= number <= last for first, last in self.spans)

    def and_from(self, number: int) -> "Chosen":
        return Chosen(_tidy([*self.spans, (number, _HIGHEST)]))

    def with_these(self, numbers: Iterable[int]) -> "Chosen":
        return Chosen(_tidy([*self.spans, *((number, number) for number in numbers)]))

    def without(self, numbers: Iterable[int]) -> "Chosen":
        spans = list(self.spans)
        for number in numbers:
            spans = [part for span in spans for part in _cut(span, number)]
        return Chosen(tuple(spans))

    @property
    def is_open(self) -> bool:
        """It goes to the end, whatever is written there meanwhile."""
        return bool(self.spans) and self.spans[-1][1] == _HIGHEST

    @property
    def posts(self) -> Q:
        wanted = Q(pk__in=[])
        for span in self.spans:
            wanted |= Q(number__range=span)
        return wanted


def _joined(text: str) -> str:
    """Digits of every script as ours, and nothing around the signs that join two numbers."""
    plain = "".join(str(unicodedata.digit(c)) if c.isdecimal() else c for c in text)
    return re.sub(r"\s*[-–—]\s*(?=\d)|\s*[-–—]", "-", plain)


def _tidy(spans: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    tidied: list[tuple[int, int]] = []
    for first, last in sorted(spans):
        if tidied and first <= tidied[-1][1] + 1:
            tidied[-1] = (tidied[-1][0], max(last, tidied[-1][1]))
        else:
            tidied.append((first, last))
    return tuple(tidied)


def _cut(span: tuple[int, int], number: int) -> list[tuple[int, int]]:
    first, last = span
    if not first <= number <= last:
        return [span]
    return [part for part in ((first, number - 1), (number + 1, last)) if part[0] <= part[1]]


def _said(first: int, last: int) -> str:
    if first == last:
        return str(first)
    return f"{first}-" if last == _HIGHEST else f"{first}-{last}"


def _unclear() -> ValidationError:
    return ValidationError(
        pgettext_lazy(
            "moving posts", "Write numbers of posts, such as 3, 7-12. With 40- it is 40 and all that follow."
        ),
        code="unclear",
    )

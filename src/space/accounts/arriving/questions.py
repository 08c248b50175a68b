"""What somebody is asked before an account is made here, where the community has questions."""

import secrets
from collections.abc import Iterator

from django.conf import settings

from space.accounts.numbers import SIGN_UP_QUESTIONS
from space.kit import riddles
from space.kit.riddles import Riddle


def one_for(language: str) -> Riddle | None:
    """Any of those in this language; where it has none, of the main language, or of another."""
    for code in dict.fromkeys([language, settings.LANGUAGE_CODE, *dict(settings.LANGUAGES)]):
        if found := _in(code):
            return secrets.choice(found)
    return None


def named(name: str) -> Riddle | None:
    """The one that a form asked, in whatever language; None where it is asked no more."""
    return next((one for one in _all() if one.name == name), None)


def _all() -> Iterator[Riddle]:
    for code in dict(settings.LANGUAGES):
        yield from _in(code)


def _in(code: str) -> list[Riddle]:
    return riddles.read(SIGN_UP_QUESTIONS.said(code).source)

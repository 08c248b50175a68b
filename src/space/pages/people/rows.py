"""Rows of the directory, ready-made."""

from collections.abc import Iterable
from typing import Any

from space import languages
from space.accounts.faces import face
from space.kit.fields import first_words
from space.pages.people.finding import Found

_WORDS, _LANGUAGES = 120, 4


def rows(found: Iterable[Found]) -> list[dict[str, Any]]:
    return [_row(one) for one in found]


def _row(one: Found) -> dict[str, Any]:
    mark = languages.mark(languages.guess(one.about, one.languages).code if one.about else "")
    return {
        "face": face(one.pk, one.name, one.picture),
        "words": first_words(one.about, _WORDS),
        "lang": mark.lang,
        "dir": mark.dir,
        "reads": [languages.language(code) for code in one.languages[:_LANGUAGES]],
        "more": max(0, len(one.languages) - _LANGUAGES),
        "since": one.created_at,
        "is_administrator": "administrators" in one.offices,
        "is_editor": "editors" in one.offices,
        "is_moderator": "moderators" in one.offices,
    }

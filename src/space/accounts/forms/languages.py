"""Languages as people type them: by a name, by a code, or chosen from the list of all. Needs no JavaScript."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.datastructures import MultiValueDict
from django.utils.translation import pgettext

from space import languages

MOST_LANGUAGES = 30
_WITH_CODE = re.compile(r"\(([\w-]+)\)\s*$")


def arranged(typed: Sequence[str], do: str) -> list[str]:
    """What stands in the fields after one of their buttons: `up:2`, `down:2`, `remove:2`, `add:fr`."""
    act, _, what = do.partition(":")
    rows = [text for text in typed if text.strip()]
    if act == "add":
        return [*rows, languages.named(what)] if languages.known(what) else rows
    at = int(what) if what.isdecimal() and len(what) < 4 else len(rows)
    if at >= len(rows):
        return rows
    row = rows.pop(at)
    if act == "remove":
        return rows
    rows.insert(max(at - 1, 0) if act == "up" else at + 1, row)
    return rows


class LanguagesInput(forms.Widget):
    """One field for each language, the dearest first, and empty ones for more. Needs no JavaScript."""

    template_name = "accounts/_languages_input.html"
    use_fieldset = True
    # What the reader's browser asks for: offered, and no more.
    suggested: Sequence[str] = ()

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:
        return data.getlist(name) if isinstance(data, MultiValueDict) else list(data.get(name, ()))

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        typed = [languages.named(one) if languages.known(one) else one for one in value or ()]
        there = {code for one in value or () if (code := _said(one))}
        return {
            **context,
            "typed": [*typed, "", ""],
            "last": len(typed) - 1,
            "choices": languages.offered(),
            "suggested": [languages.language(code) for code in self.suggested if code not in there],
        }

    def format_value(self, value: Any) -> None:
        return None


class LanguagesField(forms.Field):
    """Codes of languages in the order of preference, each typed as its name, its code or both."""

    widget = LanguagesInput

    def to_python(self, value: Iterable[str] | None) -> list[str]:
        typed = [text.strip()[:100] for text in value or () if text.strip()]
        return list(dict.fromkeys(_code(text) for text in typed))[:MOST_LANGUAGES]


def _said(typed: str) -> str:
    """The code that stands in it, alone or behind the name."""
    told = _WITH_CODE.search(typed)
    return languages.canonical(told[1] if told else typed)


def _code(typed: str) -> str:
    if (told := _WITH_CODE.search(typed)) and languages.known(told[1]):
        return languages.canonical(told[1])
    found = languages.find(typed, 1)
    if not found:
        raise ValidationError(
            pgettext("preferences", "We do not know the language “%(typed)s”. Choose one of the list."),
            code="unknown_language",
            params={"typed": typed},
        )
    return languages.canonical(found[0].code)


class LanguageInput(forms.TextInput):
    """One field with the list of all languages to choose from."""

    template_name = "accounts/_language_input.html"

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        shown = languages.named(value) if value and languages.known(value) else value
        return {**super().get_context(name, shown, attrs), "choices": languages.offered()}


class LanguageField(forms.CharField):
    """The code of a language, typed as its name, its code or both; nothing where nothing is typed."""

    widget = LanguageInput

    def clean(self, value: Any) -> str:
        typed = super().clean(value).strip()[:100]
        return _code(typed) if typed else ""

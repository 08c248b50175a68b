"""What a person prefers: languages, theme, time zone, and a few words about themselves."""

import re
from collections.abc import Iterable
from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.datastructures import MultiValueDict
from django.utils.translation import pgettext, pgettext_lazy

from space import languages
from space.accounts.models import Theme, User
from space.kit.fields import tidy

MOST_LANGUAGES = 30
_WITH_CODE = re.compile(r"\(([\w-]+)\)\s*$")
_AREAS = (
    "Africa",
    "America",
    "Antarctica",
    "Arctic",
    "Asia",
    "Atlantic",
    "Australia",
    "Europe",
    "Indian",
    "Pacific",
)


def named(code: str) -> str:
    """How a language stands in a field: unmistakable, and readable for who speaks it."""
    return f"{languages.autonym(code)} ({code})"


class LanguagesInput(forms.Widget):
    """One field for each language, the dearest first, and empty ones for more. Needs no JavaScript."""

    template_name = "accounts/_languages_input.html"
    use_fieldset = True

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:
        return data.getlist(name) if isinstance(data, MultiValueDict) else list(data.get(name, ()))

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        typed = [named(one) if languages.known(one) else one for one in value or ()]
        return {**context, "typed": [*typed, "", "", ""], "choices": languages.choices()}

    def format_value(self, value: Any) -> None:
        return None


class LanguagesField(forms.Field):
    """Codes of languages in the order of preference, each typed as its name, its code or both."""

    widget = LanguagesInput

    def to_python(self, value: Iterable[str] | None) -> list[str]:
        typed = [text.strip()[:100] for text in value or () if text.strip()]
        return list(dict.fromkeys(_code(text) for text in typed))[:MOST_LANGUAGES]


def _code(typed: str) -> str:
    told = _WITH_CODE.search(typed)
    if told and languages.known(told[1]):
        return languages.canonical(told[1])
    found = languages.find(typed, 1)
    if not found:
        raise ValidationError(
            pgettext("preferences", "We do not know the language “%(typed)s”. Choose one of the list."),
            code="unknown_language",
            params={"typed": typed},
        )
    return languages.canonical(found[0].code)


def _zones() -> list[Any]:
    """The zones of places, by continent; without the old names that zone data still carries."""
    placed = sorted(zone for zone in available_timezones() if zone.split("/")[0] in _AREAS and "/" in zone)
    grouped = [
        (area, [(z, z.split("/", 1)[1].replace("_", " ")) for z in placed if z.startswith(f"{area}/")])
        for area in _AREAS
    ]
    return [("", pgettext_lazy("time zone", "Universal time (UTC)")), *grouped]


def _interface_languages() -> list[Any]:
    own = [(code, autonym) for code, autonym in settings.LANGUAGES]
    return [("", pgettext_lazy("preferences", "As my browser says")), *own]


class PreferencesForm(forms.Form):
    language = forms.ChoiceField(
        label=pgettext_lazy("preferences", "Language of the interface"),
        choices=_interface_languages,
        required=False,
    )
    languages = LanguagesField(
        label=pgettext_lazy("preferences", "Languages I read"),
        help_text=pgettext_lazy(
            "preferences",
            "Type a name or code and choose from the list; the dearest first. Empty a field to take one away.",
        ),
        required=False,
    )
    theme = forms.ChoiceField(
        label=pgettext_lazy("preferences", "Colours"),
        choices=Theme.choices,
        widget=forms.RadioSelect,
        required=False,
    )
    time_zone = forms.ChoiceField(
        label=pgettext_lazy("preferences", "Time zone"), choices=_zones, required=False
    )
    about = forms.CharField(
        label=pgettext_lazy("preferences", "About me"),
        help_text=pgettext_lazy("preferences", "Shown on your page, to everybody. Plain text."),
        widget=forms.Textarea(attrs={"rows": 5, "dir": "auto"}),
        max_length=2000,
        required=False,
    )
    is_listed = forms.BooleanField(
        label=pgettext_lazy("preferences", "Show me in the directory of people"),
        help_text=pgettext_lazy(
            "preferences", "Without it your page stays where it is, and what you wrote still leads there."
        ),
        required=False,
    )

    @classmethod
    def of(cls, person: User, data: Any = None) -> "PreferencesForm":
        return cls(data, initial={name: getattr(person, name) for name in cls.base_fields})

    def clean_theme(self) -> str:
        return self.cleaned_data["theme"] or Theme.AUTO

    def clean_about(self) -> str:
        return tidy(self.cleaned_data["about"]).strip()

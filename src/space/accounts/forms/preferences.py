"""What a person prefers: languages, theme, time zone, and a few words about themselves."""

from collections.abc import Sequence
from typing import Any, cast
from zoneinfo import available_timezones

from django import forms
from django.conf import settings
from django.http import QueryDict
from django.utils.translation import pgettext_lazy

from space.accounts.forms.languages import LanguagesField, LanguagesInput, arranged
from space.accounts.models import Theme, User
from space.kit.fields import tidy

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


def zones() -> list[Any]:
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
            "Type a name or code and choose from the list; the dearest first. Lists can show these alone, and say so.",
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
        label=pgettext_lazy("preferences", "Time zone"), choices=zones, required=False
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

    @classmethod
    def arranged(cls, data: QueryDict) -> "PreferencesForm":
        """As it was typed, with the languages in another order; nothing is saved yet."""
        typed = {name: data.get(name, "") for name in cls.base_fields}
        rows = arranged(data.getlist("languages"), data.get("arrange", ""))
        return cls(initial={**typed, "languages": rows, "is_listed": "is_listed" in data})

    def suggest(self, codes: Sequence[str]) -> None:
        """Languages to add with one press."""
        cast(LanguagesInput, self.fields["languages"].widget).suggested = codes

    def clean_theme(self) -> str:
        return self.cleaned_data["theme"] or Theme.AUTO

    def clean_about(self) -> str:
        return tidy(self.cleaned_data["about"]).strip()

from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import pgettext_lazy

from space.kit.fields import one_line, tidy
from space.languages import autonym, interface_languages
from space.languages.table import choices
from space.review.gate.folding import fold
from space.review.models import Does, WatchedWord


class WordForm(forms.Form):
    """A word and what becomes of a text that has it."""

    word = forms.CharField(
        label=pgettext_lazy("watched word", "Word or phrase"),
        max_length=100,
        help_text=pgettext_lazy(
            "watched word", "Case, accents, and letters that look alike make no difference."
        ),
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )
    language = forms.ChoiceField(label=pgettext_lazy("watched word", "In texts in"), required=False)
    whole = forms.BooleanField(
        label=pgettext_lazy("watched word", "Only as a word of its own"),
        required=False,
        initial=True,
        help_text=pgettext_lazy("watched word", "Not where longer words hold it."),
    )
    does = forms.ChoiceField(
        label=pgettext_lazy("watched word", "What becomes of the text"),
        choices=Does.choices,
        initial=Does.APPROVAL,
        widget=forms.RadioSelect,
    )
    replacement = forms.CharField(
        label=pgettext_lazy("watched word", "Words in its place"),
        max_length=100,
        required=False,
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    note = forms.CharField(
        label=pgettext_lazy("watched word", "Why"),
        max_length=300,
        required=False,
        help_text=pgettext_lazy("watched word", "Who writes it reads this, and other moderators do."),
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ChoiceField, self.fields["language"]).choices = languages()

    @classmethod
    def of(cls, word: WatchedWord | None, data: Any = None) -> "WordForm":
        names = ("word", "language", "whole", "does", "replacement", "note")
        return cls(data, initial={name: getattr(word, name) for name in names} if word else None)

    def clean_word(self) -> str:
        word = one_line(self.cleaned_data["word"])
        if len(fold(word).text.strip()) < 2:
            raise ValidationError(pgettext_lazy("watched word", "Give at least two letters."), code="short")
        return word

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        if data.get("does") == Does.REPLACE and not data.get("replacement", "").strip():
            self.add_error(
                "replacement", pgettext_lazy("watched word", "Say which words stand in its place.")
            )
        return data

    def filled(self, word: WatchedWord) -> WatchedWord:
        for name, value in self.cleaned_data.items():
            setattr(word, name, one_line(value) if isinstance(value, str) else value)
        return word


class TryForm(forms.Form):
    """A text to be tried against the words."""

    text = forms.CharField(
        label=pgettext_lazy("watched word", "Text"),
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
    )

    def clean_text(self) -> str:
        return tidy(self.cleaned_data["text"])


def languages() -> list[tuple[str, str]]:
    """Those of the interface first, then all others."""
    first = [one.code for one in interface_languages()]
    every = dict.fromkeys([*first, *(one.code for one in choices())])
    return [
        ("", str(pgettext_lazy("watched word", "every language"))),
        *((code, autonym(code)) for code in every),
    ]

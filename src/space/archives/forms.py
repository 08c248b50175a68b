from typing import Any, cast
from uuid import uuid4

from django import forms
from django.utils.translation import pgettext_lazy

from space.kit.fields import tidy


class TakedownForm(forms.Form):
    """Which message, and why. Anybody can send it; the key makes one request of a form sent twice."""

    number = forms.TypedChoiceField(
        label=pgettext_lazy("takedown", "Which post"),
        coerce=int,
        error_messages={"invalid_choice": pgettext_lazy("takedown", "There is no such post here.")},
    )
    words = forms.CharField(
        label=pgettext_lazy("takedown", "Why should it be taken down?"),
        widget=forms.Textarea(attrs={"rows": 5, "dir": "auto"}),
        max_length=4000,
        help_text=pgettext_lazy(
            "takedown", "For example: I wrote it, or it says something private about me."
        ),
    )
    contact = forms.EmailField(
        label=pgettext_lazy("takedown", "Your mail address"),
        required=False,
        help_text=pgettext_lazy(
            "takedown", "Only administrators see it, to answer you. It is deleted once they have decided."
        ),
    )
    key = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, posts: list[tuple[int, str]], **kwargs: Any) -> None:
        kwargs.setdefault("initial", {}).setdefault("key", uuid4())
        super().__init__(*args, **kwargs)
        cast(forms.TypedChoiceField, self.fields["number"]).choices = posts

    def clean_words(self) -> str:
        return tidy(self.cleaned_data["words"])


class DecisionForm(forms.Form):
    """What an administrator decides, with the reason that goes into the log."""

    decision = forms.ChoiceField(choices=[("redact", ""), ("decline", "")])
    reason = forms.CharField(
        label=pgettext_lazy("takedown", "Reason, for the log"),
        max_length=500,
        error_messages={
            "required": pgettext_lazy("takedown", "Say why, in a few words. It goes into the log.")
        },
    )

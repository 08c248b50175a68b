from typing import Any

from django import forms
from django.utils.translation import pgettext_lazy

from space.accounts.models import Trust, User
from space.kit.fields import tidy


class TrustForm(forms.Form):
    trust = forms.TypedChoiceField(
        label=pgettext_lazy("trust", "Trust"),
        choices=lambda: [(step.value, step.label) for step in Trust],
        coerce=int,
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=pgettext_lazy("trust", "Why"),
        help_text=pgettext_lazy("trust", "It is written down beside your name."),
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        max_length=500,
        error_messages={"required": pgettext_lazy("trust", "Say why, so that others understand it later.")},
    )

    @classmethod
    def of(cls, person: User, data: Any = None) -> "TrustForm":
        return cls(data, initial={"trust": person.trust})

    def clean_reason(self) -> str:
        return tidy(self.cleaned_data["reason"]).strip()

from django import forms
from django.utils.translation import pgettext_lazy

from space.kit.fields import tidy


class RedactForm(forms.Form):
    reason = forms.CharField(
        label=pgettext_lazy("log", "Why these words must go"),
        help_text=pgettext_lazy("log", "It stands in the log in their place. Do not repeat what must go."),
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        max_length=500,
        error_messages={"required": pgettext_lazy("log", "Say why, so that others understand it later.")},
    )

    def clean_reason(self) -> str:
        return tidy(self.cleaned_data["reason"]).strip()

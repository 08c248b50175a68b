from django import forms
from django.utils.translation import pgettext_lazy

from space.kit.fields import tidy


class _Reasoned(forms.Form):
    def clean_reason(self) -> str:
        return tidy(self.cleaned_data["reason"]).strip()


class DeclineForm(_Reasoned):
    reason = forms.CharField(
        label=pgettext_lazy("waiting", "Why not"),
        help_text=pgettext_lazy("waiting", "They read it when they come again, and it stands in the log."),
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
        max_length=500,
        error_messages={"required": pgettext_lazy("waiting", "Say why: it is the only answer they get.")},
    )


class ReasonForm(_Reasoned):
    reason = forms.CharField(
        label=pgettext_lazy("keys", "Why, and how you know that it is them"),
        help_text=pgettext_lazy("keys", "They read it, and it stands in the log."),
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        max_length=500,
        error_messages={
            "required": pgettext_lazy("keys", "Say why: the person and others have to understand it.")
        },
    )

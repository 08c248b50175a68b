from django import forms
from django.utils.translation import pgettext_lazy

from space.accounts.personal import Way


class LeaveForm(forms.Form):
    """How somebody wants to be forgotten, and that they mean it."""

    way = forms.ChoiceField(
        label=pgettext_lazy("erasure", "What shall go?"),
        choices=Way.choices,
        initial=Way.NAME,
        widget=forms.RadioSelect,
        error_messages={"required": pgettext_lazy("erasure", "Choose one of the two.")},
    )
    sure = forms.BooleanField(
        label=pgettext_lazy("erasure", "Yes, close my account now"),
        error_messages={"required": pgettext_lazy("erasure", "Say that you mean it.")},
    )

from allauth.account.adapter import get_adapter
from django import forms
from django.utils.translation import pgettext_lazy


class UnlinkForm(forms.Form):
    """The name of an account that is no longer one of the wikis."""

    name = forms.CharField(
        label=pgettext_lazy("wiki account", "Your name from then on"),
        help_text=pgettext_lazy("wiki account", "Others see it with the mark @local."),
        widget=forms.TextInput(attrs={"maxlength": "85", "spellcheck": "false", "dir": "auto"}),
    )

    def clean_name(self) -> str:
        name: str = get_adapter().clean_username(self.cleaned_data["name"])
        return name

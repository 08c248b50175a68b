from django import forms
from django.utils.translation import pgettext_lazy

from space.accounts.forms.languages import LanguageField


class LanguageForm(forms.Form):
    """A language by its own name, by what it is called here, or by its code."""

    language = LanguageField(
        label=pgettext_lazy("translation", "Language"),
        error_messages={"required": pgettext_lazy("translation", "Choose a language.")},
    )

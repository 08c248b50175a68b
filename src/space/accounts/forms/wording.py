"""allauth's forms with our words: labels above fields, help that helps, no placeholders."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import pgettext_lazy

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

Words = tuple["StrOrPromise", "StrOrPromise"]

NEW_PASSWORD: Words = (
    pgettext_lazy("password", "New password"),
    pgettext_lazy(
        "password", "At least 10 characters. A few words that only you would put together are good."
    ),
)
AGAIN: Words = (pgettext_lazy("password", "The same password again"), "")


class Worded(forms.Form):
    """Comes before an allauth form among the bases."""

    words: dict[str, Words] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, (label, help_text) in self.words.items():
            if name in self.fields:
                self.fields[name].label = label
                self.fields[name].help_text = help_text
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)

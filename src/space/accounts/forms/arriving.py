"""Forms of invitations, and of who waits."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import pgettext_lazy

from space.accounts.arriving.actions.inviting import MOST_DAYS, MOST_IN_A_ROOM, MOST_PEOPLE
from space.kit.fields import one_line, tidy


class SayWhoForm(forms.Form):
    words = forms.CharField(
        label=pgettext_lazy("waiting", "Who you are, and what brings you here"),
        help_text=pgettext_lazy("waiting", "A sentence or two help. Only moderators read it."),
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        max_length=1000,
    )

    def clean_words(self) -> str:
        return tidy(self.cleaned_data["words"]).strip()


class _Noted(forms.Form):
    note = forms.CharField(
        label=pgettext_lazy("invitation", "What it is for"),
        help_text=pgettext_lazy("invitation", "For you to remember; moderators can read it too."),
        max_length=100,
        required=False,
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )

    def clean_note(self) -> str:
        return one_line(self.cleaned_data["note"])


class LinkForm(_Noted):
    days = forms.IntegerField(
        label=pgettext_lazy("invitation", "Good for how many days"),
        min_value=1,
        max_value=MOST_DAYS,
        initial=7,
    )
    people = forms.IntegerField(
        label=pgettext_lazy("invitation", "For how many people"), min_value=1, initial=1
    )
    is_wide = forms.BooleanField(
        label=pgettext_lazy("invitation", "For a room full of people"),
        help_text=pgettext_lazy(
            "invitation", "A workshop or an edit-a-thon: all may come from one address, up to 100 people."
        ),
        required=False,
    )

    def __init__(self, data: Any = None, *, may_be_wide: bool) -> None:
        super().__init__(data, prefix="link")
        self.order_fields(["days", "people", "is_wide", "note"])
        self.fields["people"].widget.attrs["max"] = MOST_IN_A_ROOM if may_be_wide else MOST_PEOPLE
        if not may_be_wide:
            del self.fields["is_wide"]

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        most = MOST_IN_A_ROOM if data.get("is_wide") else MOST_PEOPLE
        if data.get("people", 0) > most:
            text = pgettext_lazy("invitation", "A link like this lets in at most %(n)d people.")
            self.add_error("people", ValidationError(text, code="too_many", params={"n": most}))
        return data


class MailForm(_Noted):
    field_order = ("address", "note")
    address = forms.EmailField(
        label=pgettext_lazy("invitation", "E-mail address"),
        help_text=pgettext_lazy(
            "invitation", "They get one mail with your name and a link. We do not keep the address."
        ),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "off", "dir": "ltr"}),
    )

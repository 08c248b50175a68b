"""Whoever takes a story out of its group says expressly that they want it."""

from uuid import uuid4

from django import forms
from django.utils.translation import pgettext_lazy


class OfferForm(forms.Form):
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    wider = forms.BooleanField(
        label=pgettext_lazy("story form", "Yes: people outside the group will read this text"),
        error_messages={"required": pgettext_lazy("form", "Say here that you want this.")},
    )

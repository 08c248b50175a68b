"""What is asked of who comes without an account."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import format_html
from django.utils.translation import pgettext, pgettext_lazy

from space.events.models import Event, Question
from space.kit.fields import one_line

_QUESTION = "question-"


class GuestForm(forms.Form):
    """A name for the organisers, and their questions; for who has confirmed already, without an address."""

    name = forms.CharField(
        label=pgettext_lazy("guest form", "Name"),
        max_length=60,
        help_text=pgettext_lazy("guest form", "As the organisers should know you. Nobody else sees it."),
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "name"}),
        error_messages={"required": pgettext_lazy("guest form", "Give a name, so that they expect you.")},
    )
    address = forms.EmailField(
        label=pgettext_lazy("guest form", "E-mail address"),
        max_length=254,
        help_text=pgettext_lazy(
            "guest form",
            "We write to it about this event alone. Nobody sees it, also no organiser, "
            "and it is deleted 90 days after the event.",
        ),
        widget=forms.EmailInput(attrs={"dir": "ltr", "autocomplete": "email"}),
        error_messages={
            "required": pgettext_lazy("guest form", "Give an address, or we cannot write to you.")
        },
    )

    def __init__(self, *args: Any, event: Event, given: dict[int, str] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.questions = list(event.questions.all())
        for one in self.questions:
            self.fields[f"{_QUESTION}{one.pk}"] = _field(one, (given or {}).get(one.pk, ""))

    def clean_name(self) -> str:
        name = one_line(self.cleaned_data["name"])
        if not any(letter.isalpha() for letter in name) or "://" in name or "@" in name:
            raise ValidationError(pgettext("guest form", "Give a name as people say it."), code="no_name")
        return name

    def clean_address(self) -> str:
        return str(self.cleaned_data["address"]).lower()

    @property
    def said(self) -> dict[int, str]:
        return {one.pk: one_line(self.cleaned_data[f"{_QUESTION}{one.pk}"]) for one in self.questions}


def _field(question: Question, given: str) -> forms.Field:
    label = format_html("<bdi>{}</bdi>", question.text)
    if question.options:
        nothing = ("", pgettext("attendance", "No answer"))
        choices = [nothing, *((one, one) for one in question.options)]
        return forms.ChoiceField(choices=choices, label=label, required=False, initial=given)
    widget = forms.TextInput(attrs={"dir": "auto"})
    return forms.CharField(max_length=500, widget=widget, label=label, required=False, initial=given)

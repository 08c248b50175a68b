"""A calendar file that somebody brings."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import pgettext, pgettext_lazy

from space.kit.rules import Verdict


class ImportForm(forms.Form):
    file = forms.FileField(
        label=pgettext_lazy("import form", "Calendar file"),
        help_text=pgettext_lazy(
            "import form",
            "It ends with .ics. Most calendars can export one; it can have up to 1 megabyte and 500 events.",
        ),
        widget=forms.FileInput(attrs={"accept": ".ics,text/calendar"}),
    )

    def __init__(self, *args: Any, verdict: Verdict, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.verdict = verdict

    def clean(self) -> dict[str, Any]:
        if not self.verdict:
            raise ValidationError(str(self.verdict.reason), code="refused")
        return super().clean() or {}

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size and b"BEGIN:VCALENDAR" not in file.read(4_000).upper():
            text = pgettext("import form", "This is no calendar: a file of one begins with BEGIN:VCALENDAR.")
            raise ValidationError(text, code="no_calendar")
        file.seek(0)
        return file

"""A calendar that somebody brings, as a file or by its address."""

import re
from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import pgettext, pgettext_lazy

from space.kit.addresses import target_of
from space.kit.rules import Verdict

_WEBCAL = re.compile(r"^webcals?:(?://)?", re.IGNORECASE)
_HTTP = re.compile(r"https?://[^\s/]", re.IGNORECASE)


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


class SubscribeForm(forms.Form):
    """A calendar elsewhere, by its address."""

    address = forms.CharField(
        label=pgettext_lazy("import form", "Address of the calendar"),
        max_length=500,
        help_text=pgettext_lazy(
            "import form",
            "It begins with https:// or webcal:// and often ends with .ics. "
            "Most calendars tell it where one shares them.",
        ),
        widget=forms.TextInput(attrs={"dir": "ltr", "inputmode": "url", "autocomplete": "off"}),
    )
    shows_address = forms.BooleanField(
        label=pgettext_lazy("import form", "Show this address on the pages of its events"),
        required=False,
        help_text=pgettext_lazy(
            "import form", "Not where it is a secret one: whoever knows it can read the whole calendar."
        ),
    )

    def __init__(self, *args: Any, verdict: Verdict, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.verdict = verdict

    def clean(self) -> dict[str, Any]:
        if not self.verdict:
            raise ValidationError(str(self.verdict.reason), code="refused")
        return super().clean() or {}

    def clean_address(self) -> str:
        """`webcal:` is what programs call an address of the web that is a calendar. Ours is in the calendar already."""
        address = _WEBCAL.sub("https://", self.cleaned_data["address"], count=1)
        try:
            parts = urlsplit(address)._replace(fragment="")
            if not _HTTP.match(address) or parts.netloc == urlsplit(settings.ORIGIN).netloc:
                raise ValueError
            return target_of(parts.geturl()).url
        except ValueError as error:
            text = pgettext("import form", "This is no address that we can ask: it begins with https://.")
            raise ValidationError(text, code="no_address") from error

"""Forms about an event that is there: whether it takes place, and single dates of it."""

from datetime import date, datetime, timedelta
from typing import Any

from django import forms
from django.utils.translation import pgettext_lazy

from space.events.forms.fields import day_field, in_our_time, refused_jump, time_field
from space.events.models import Event
from space.events.when import Span
from space.kit.fields import one_line


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=pgettext_lazy("event form", "Why"),
        max_length=500,
        help_text=pgettext_lazy(
            "event form", "Everybody who looks at the event reads it. Who is going is told."
        ),
        widget=forms.TextInput(attrs={"dir": "auto"}),
        error_messages={"required": pgettext_lazy("event form", "Say why: people have made plans.")},
    )

    def __init__(self, *args: Any, needed: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].required = needed


class DateForm(forms.Form):
    """One date of what repeats: another day, time or place, with a note."""

    first_day = day_field(pgettext_lazy("event form", "Day"))
    first_time = time_field(pgettext_lazy("event form", "Begins"))
    last_time = time_field(pgettext_lazy("event form", "Ends"))
    place = forms.CharField(
        label=pgettext_lazy("event form", "At another place"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    note = forms.CharField(
        label=pgettext_lazy("event form", "Note"),
        required=False,
        max_length=500,
        help_text=pgettext_lazy("event form", "Who is going reads it, and it stands beside the date."),
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )

    def __init__(self, *args: Any, event: Event, span: Span, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.event, self.span_now = event, span
        if span.is_all_day:
            del self.fields["first_time"], self.fields["last_time"]

    def clean_first_day(self) -> date:
        return in_our_time(self.cleaned_data["first_day"])

    def clean_note(self) -> str:
        return one_line(self.cleaned_data["note"])

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        if not self.errors:
            data["span"] = self._span(data["first_day"])
            self._refuse_jumps(data["span"])
        return data

    def _span(self, first: date) -> Span:
        if self.span_now.is_all_day:
            return self.span_now.on(first)
        begins, ends = self.cleaned_data["first_time"], self.cleaned_data["last_time"]
        is_long = self.span_now.ends - self.span_now.begins >= timedelta(days=1)
        nights = (self.span_now.last_day - self.span_now.first_day).days if is_long else int(ends < begins)
        last = first + timedelta(days=nights)
        return Span(first, last, begins, ends)

    def _refuse_jumps(self, span: Span) -> None:
        ends = {"first_time": (span.first_day, span.first_time), "last_time": (span.last_day, span.last_time)}
        for name, (day, at) in ends.items():
            if refused := refused_jump(day, at, self.event.zone):
                self.add_error(name, refused)


def day_of(typed: str) -> date | None:
    """The day by which a date is named in addresses."""
    try:
        return datetime.strptime(typed, "%Y-%m-%d").date()  # noqa: DTZ007
    except ValueError:
        return None

"""When an event takes place, and how it repeats."""

from datetime import date, datetime, time, timedelta
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import pgettext, pgettext_lazy

from space.events.forms.fields import day_field, in_our_time, refused_jump, time_field, zone_choices
from space.events.forms.repeating import RepeatFields
from space.events.when import Span

_LONGEST = timedelta(days=366)
_AN_HOUR = timedelta(hours=1)


class WhenFields(RepeatFields):
    """Days and times by the clock where it takes place."""

    first_day = day_field(
        pgettext_lazy("event form", "First day"),
        error_messages={"required": pgettext_lazy("event form", "Say on which day it takes place.")},
    )
    first_time = time_field(pgettext_lazy("event form", "Begins"), required=False)
    last_time = time_field(pgettext_lazy("event form", "Ends"), required=False)
    last_day = day_field(pgettext_lazy("event form", "Last day, if it is another"), required=False)
    all_day = forms.BooleanField(label=pgettext_lazy("event form", "The whole day"), required=False)
    zone = forms.ChoiceField(label=pgettext_lazy("event form", "Time zone"), required=False)

    def offer_zones(self, kept: str) -> None:
        cast(forms.ChoiceField, self.fields["zone"]).choices = zone_choices(kept)

    def clean_first_day(self) -> date:
        return in_our_time(self.cleaned_data["first_day"])

    def clean_last_day(self) -> date | None:
        day: date | None = self.cleaned_data["last_day"]
        return in_our_time(day) if day else None

    def clean_when(self) -> None:
        """What is wrong with days and times together. Expects that each was looked at."""
        data = self.cleaned_data
        if not {"first_day", "last_day", "first_time", "last_time", "zone"} <= data.keys():
            return
        if not data["all_day"] and data["first_time"] is None:
            text = pgettext("event form", "Say at what time it begins, or that it lasts the whole day.")
            self.add_error("first_time", ValidationError(text, code="no_time"))
            return
        span = data["span"] = _span(data)
        if span.ends < span.begins:
            text = pgettext(
                "event form", "It would end before it begins. Give a later time, or its last day."
            )
            self.add_error("last_time" if span.first_day == span.last_day else "last_day", text)
        elif span.ends - span.begins > _LONGEST:
            text = pgettext(
                "event form", "An event lasts at most a year. Let it repeat, or add one for each year."
            )
            self.add_error("last_day", text)
        else:
            self._refuse_jumps(span)
            self.clean_rule(span.first_day)

    def _refuse_jumps(self, span: Span) -> None:
        """Times over which clocks are put forward."""
        times = (
            ("first_time", span.first_day, span.first_time),
            ("last_time", span.last_day, span.last_time),
        )
        for name, day, at in times:
            if refused := refused_jump(day, at, self.cleaned_data["zone"]):
                self.add_error(name, refused)


def _span(data: dict[str, Any]) -> Span:
    """Without an end it takes an hour; without a last day it ends on the first, or in the night after it."""
    first: date = data["first_day"]
    if data["all_day"]:
        return Span(first, data["last_day"] or first)
    begins: time = data["first_time"].replace(second=0, microsecond=0)
    if data["last_time"] is None:
        ends = datetime.combine(data["last_day"] or first, begins) + _AN_HOUR
        return Span(first, ends.date(), begins, ends.time())
    last = data["last_day"] or first
    if data["last_day"] is None and data["last_time"] < begins:
        last += timedelta(days=1)
    return Span(first, last, begins, data["last_time"].replace(second=0, microsecond=0))

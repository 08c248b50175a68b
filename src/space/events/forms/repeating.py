"""How an event repeats, as a plain form asks it."""

from datetime import date
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.dates import WEEKDAYS
from django.utils.translation import pgettext, pgettext_lazy

from space.events.forms.fields import DaysField, day_field, in_our_time
from space.events.when import Rule, Unit, rule_of
from space.events.when.rules import MOST_DATES, is_last_of_its_kind

NEVER, AS_IT_IS = "", "kept"
FOREVER, UNTIL, TIMES = "", "until", "times"
_HOW = [
    (NEVER, pgettext_lazy("repeats", "It does not repeat")),
    (Unit.DAY, pgettext_lazy("repeats", "Daily")),
    (Unit.WEEK, pgettext_lazy("repeats", "Weekly")),
    (Unit.MONTH_DAY, pgettext_lazy("repeats", "Monthly, on the same day of the month")),
    (Unit.MONTH_WEEKDAY, pgettext_lazy("repeats", "Monthly, on the same weekday (the first, the second …)")),
    (Unit.MONTH_LAST, pgettext_lazy("repeats", "Monthly, on the last weekday of its kind")),
    (Unit.YEAR, pgettext_lazy("repeats", "Yearly")),
]


class RepeatFields(forms.Form):
    repeats = forms.ChoiceField(
        label=pgettext_lazy("event form", "How it repeats"), choices=_HOW, required=False
    )
    every = forms.IntegerField(
        label=pgettext_lazy("event form", "Each so many days, weeks, months or years"),
        required=False,
        min_value=1,
        max_value=99,
        help_text=pgettext_lazy("event form", "2 is every second one."),
        widget=forms.NumberInput(attrs={"class": "short"}),
    )
    weekdays = forms.TypedMultipleChoiceField(
        label=pgettext_lazy("event form", "Of a week"),
        choices=[(str(day), name) for day, name in WEEKDAYS.items()],
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=pgettext_lazy("event form", "Without any, it is the weekday of the first day."),
    )
    ends = forms.ChoiceField(
        label=pgettext_lazy("event form", "How long it goes on"),
        choices=[
            (FOREVER, pgettext_lazy("repeats", "Without an end")),
            (UNTIL, pgettext_lazy("repeats", "Until a day")),
            (TIMES, pgettext_lazy("repeats", "So many times")),
        ],
        required=False,
        widget=forms.RadioSelect,
    )
    until = day_field(pgettext_lazy("event form", "Last day on which it can begin"), required=False)
    times = forms.IntegerField(
        label=pgettext_lazy("event form", "How many times"),
        required=False,
        min_value=1,
        max_value=MOST_DATES,
        widget=forms.NumberInput(attrs={"class": "short"}),
    )
    more_days = DaysField(
        label=pgettext_lazy("event form", "On these days as well"),
        required=False,
        max_length=2_000,
        help_text=pgettext_lazy(
            "event form", "Single days, one a line: 2027-03-28. At the same time of the day."
        ),
        widget=forms.Textarea(attrs={"rows": 2, "dir": "ltr"}),
    )

    # The rule of an event from outside that this form cannot say, kept unless another is chosen.
    rule_kept = ""

    def clean_until(self) -> date | None:
        day: date | None = self.cleaned_data["until"]
        return in_our_time(day) if day else None

    def keep_rule(self, rule: str) -> None:
        self.rule_kept = rule
        label = pgettext_lazy("repeats", "As it is now")
        cast(forms.ChoiceField, self.fields["repeats"]).choices = [(AS_IT_IS, label), *_HOW]

    def clean_rule(self, first: date) -> None:
        """Gives `rule`, the text that is kept. Expects that the days are right."""
        data = self.cleaned_data
        data["rule"] = self.rule_kept if data.get("repeats") == AS_IT_IS else ""
        how = data.get("repeats")
        if how in {NEVER, AS_IT_IS, None} or self._is_wrong(first):
            return
        ends = data.get("ends")
        rule = Rule(
            Unit(how),
            every=data.get("every") or 1,
            weekdays=tuple(data.get("weekdays") or ()) if how == Unit.WEEK else (),
            until=data.get("until") if ends == UNTIL else None,
            times=data.get("times") if ends == TIMES else None,
        )
        data["rule"] = rule.text(first)

    def _is_wrong(self, first: date) -> bool:
        data, before = self.cleaned_data, len(self.errors)
        if (
            data.get("repeats") == Unit.WEEK
            and data.get("weekdays")
            and first.weekday() not in data["weekdays"]
        ):
            text = pgettext(
                "event form", "The first day is a %(weekday)s. Tick that too, or begin on another day."
            )
            params = {"weekday": WEEKDAYS[first.weekday()]}
            self.add_error("weekdays", ValidationError(text, code="first_day", params=params))
        if data.get("repeats") == Unit.MONTH_LAST and not is_last_of_its_kind(first):
            text = pgettext("event form", "Its first day is not the last such weekday of its month.")
            self.add_error("repeats", ValidationError(text, code="not_last"))
        if data.get("ends") == UNTIL and "until" in data:
            self._check_until(first, data["until"])
        if data.get("ends") == TIMES and "times" in data and not data["times"]:
            self.add_error("times", pgettext("event form", "Say how many times."))
        return len(self.errors) > before

    def _check_until(self, first: date, until: date | None) -> None:
        if until is None:
            self.add_error("until", pgettext("event form", "Say until which day."))
        elif until < first:
            self.add_error(
                "until", pgettext("event form", "This is before its first day. Choose a later one.")
            )


def repeats_typed(text: str, first: date) -> dict[str, Any]:
    """As the form says a rule; what it cannot say it keeps as it is."""
    if not text:
        return {}
    rule = rule_of(text, first)
    if rule is None:
        return {"repeats": AS_IT_IS}
    ends = UNTIL if rule.until else TIMES if rule.times else FOREVER
    return {
        "repeats": rule.unit,
        "every": rule.every if rule.every > 1 else None,
        "weekdays": [str(day) for day in rule.weekdays],
        "ends": ends,
        "until": rule.until,
        "times": rule.times,
    }

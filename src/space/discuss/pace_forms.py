"""How fast people write in a topic, and when it closes or opens by itself."""

from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import npgettext, pgettext_lazy

from space.discuss.models import Topic
from space.kit import clock

_MINUTES = (5, 15, 30)
_HOURS = (1, 4, 12, 24)


class PaceForm(forms.Form):
    minutes = forms.TypedChoiceField(
        label=pgettext_lazy("pace of a topic", "Between two posts of one person"),
        coerce=int,
        help_text=pgettext_lazy(
            "pace of a topic", "So that everybody reads before they answer. Moderators may go on."
        ),
    )
    closes_at = forms.DateTimeField(
        label=pgettext_lazy("pace of a topic", "Closes by itself"),
        required=False,
        widget=forms.DateTimeInput(format="%Y-%m-%dT%H:%M", attrs={"type": "datetime-local"}),
        help_text=pgettext_lazy("pace of a topic", "In your own time zone. Without a time it stays open."),
    )
    reopens_at = forms.DateTimeField(
        label=pgettext_lazy("pace of a topic", "Opens again by itself"),
        required=False,
        widget=forms.DateTimeInput(format="%Y-%m-%dT%H:%M", attrs={"type": "datetime-local"}),
    )

    def __init__(self, *args: Any, topic: Topic, **kwargs: Any) -> None:
        now = {name: getattr(topic, name) for name in ("closes_at", "reopens_at")}
        kwargs["initial"] = {"minutes": topic.slow_minutes, **now}
        super().__init__(*args, **kwargs)
        self.fields["minutes"].choices = _choices(topic.slow_minutes)  # type: ignore[attr-defined]

    def clean_closes_at(self) -> datetime | None:
        return self._later("closes_at")

    def clean_reopens_at(self) -> datetime | None:
        return self._later("reopens_at")

    def clean(self) -> dict[str, Any]:
        closes, opens = self.cleaned_data.get("closes_at"), self.cleaned_data.get("reopens_at")
        if closes and opens and opens <= closes:
            self.add_error(
                "reopens_at",
                pgettext_lazy("pace of a topic", "Choose a time after the one at which it closes."),
            )
        return self.cleaned_data

    def _later(self, name: str) -> datetime | None:
        moment: datetime | None = self.cleaned_data[name]
        if moment and name in self.changed_data and moment <= clock.now():
            raise ValidationError(
                pgettext_lazy("pace of a topic", "This moment is over. Choose a later one."), code="over"
            )
        return moment


def _choices(now: int) -> list[tuple[int, str]]:
    offered = [*_MINUTES, *(60 * hours for hours in _HOURS)]
    free = str(pgettext_lazy("pace of a topic", "As they like"))
    return [(0, free), *((one, between(one)) for one in sorted({*offered, *([now] if now else [])}))]


def between(minutes: int) -> str:
    if minutes % 60:
        return npgettext("pace of a topic", "%(n)d minute", "%(n)d minutes", minutes) % {"n": minutes}
    hours = minutes // 60
    return npgettext("pace of a topic", "%(n)d hour", "%(n)d hours", hours) % {"n": hours}

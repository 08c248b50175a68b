"""What a step asks for, as a form: made from the one table."""

from datetime import time, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import pgettext_lazy

from space.accounts.forms.preferences import zones
from space.accounts.readers import Reader
from space.blog.models import Story
from space.blog.steps import Step
from space.kit import clock
from space.web.moments import Moment, moment_of

_NINE = time(9)


class StepForm(forms.Form):
    """The fields that this step asks for, and in which stage its reader saw the story."""

    seen = forms.CharField(widget=forms.HiddenInput, max_length=10)
    reason = forms.CharField(
        label=pgettext_lazy("step form", "Why"),
        help_text=pgettext_lazy(
            "step form", "Its authors are told, and it stays in the history of the story. In any language."
        ),
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
        max_length=2000,
        error_messages={
            "required": pgettext_lazy(
                "refusal", "Say why: its authors and all who read its history will see it."
            )
        },
    )
    on = forms.DateField(
        label=pgettext_lazy("step form", "Day"), widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    )
    at = forms.TimeField(
        label=pgettext_lazy("step form", "Time"), widget=forms.TimeInput({"type": "time"}, format="%H:%M")
    )
    zone = forms.ChoiceField(label=pgettext_lazy("step form", "Time zone"), choices=zones, required=False)

    moment: Moment | None = None

    def __init__(self, data: Any, *, step: Step, story: Story, reader: Reader) -> None:
        super().__init__(
            data,
            initial={"seen": story.stage, **_proposed(story, reader)},
            auto_id=f"id_{step.name}_%s",
        )
        for name in _left_out(step):
            del self.fields[name]
        if "reason" in self.fields:
            # A browser would cut a long paste without a word.
            self.fields["reason"].widget.attrs.pop("maxlength", None)

    def clean(self) -> dict[str, Any]:
        cleaned = self.cleaned_data
        if cleaned.get("on") and cleaned.get("at"):
            try:
                self.moment = moment_of(cleaned["on"], cleaned["at"], cleaned.get("zone", ""))
            except ValidationError as error:
                self.add_error("at", error)
        return cleaned

    def refuse(self, error: ValidationError) -> None:
        """What the action says beside what was typed."""
        if error.code == "moment":
            return self.add_error("on", error)
        return self.add_error(None, error)

    def see_again(self, story: Story) -> None:
        """The page around it shows the story as it is now, so the next press is about that."""
        self.data = {**{name: self.data.get(name) for name in self.fields}, "seen": story.stage}


def _listed(zone: str) -> str:
    return "" if zone == "UTC" else zone


def _left_out(step: Step) -> list[str]:
    return [
        *(["reason"] if not step.asks_reason else []),
        *(["on", "at", "zone"] if not step.asks_moment else []),
    ]


def _proposed(story: Story, reader: Reader) -> dict[str, Any]:
    """The moment that holds; else the day that was wished for, or tomorrow, at nine."""
    if story.publish_at:
        here = Moment(story.publish_at, story.publish_zone).here
        return {"on": here.date(), "at": here.time(), "zone": _listed(story.publish_zone)}
    tomorrow = (clock.now() + timedelta(days=1)).date()
    wanted = story.wanted_on if story.wanted_on and story.wanted_on >= tomorrow else tomorrow
    return {"on": wanted, "at": _NINE, "zone": reader.time_zone}

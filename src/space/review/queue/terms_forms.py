"""What moderators fill in to set the limits of one person, or to look first at what they write."""

from typing import Any

from django import forms
from django.utils.translation import pgettext_lazy

from space.accounts.models import Trust
from space.review.queue.forms import LastsMixin, clause_field, reason_field
from space.review.telling.terms import FACTORS, said_limits


def _choices() -> list[tuple[str, Any]]:
    steps = [(f"trust:{step.value}", said_limits(step, 1)) for step in Trust]
    return [*((f"factor:{factor}", label) for factor, label in FACTORS.items()), *steps]


class LimitsForm(LastsMixin):
    """Lighter or harder limits than others have."""

    limits = forms.ChoiceField(
        label=pgettext_lazy("limits", "How much they can write"), choices=_choices, initial="factor:0.5"
    )
    clause = clause_field()
    reason = reason_field(pgettext_lazy("penalty", "Reason, for the person and for the log"))
    field_order = ("limits", "lasts", "until", "clause", "reason")

    def clean(self) -> dict[str, Any]:
        self.cleaned_data["hours"] = self.hours()
        return self.cleaned_data

    @property
    def wanted(self) -> dict[str, Any]:
        """What the action takes."""
        kind, _, value = self.cleaned_data["limits"].partition(":")
        return {"trust": Trust(int(value))} if kind == "trust" else {"factor": float(value)}


class ApprovalForm(LastsMixin):
    """A moderator looks at what they write before others see it."""

    clause = clause_field()
    reason = reason_field(pgettext_lazy("penalty", "Reason, for the person and for the log"))
    field_order = ("lasts", "until", "clause", "reason")

    def clean(self) -> dict[str, Any]:
        self.cleaned_data["hours"] = self.hours()
        return self.cleaned_data

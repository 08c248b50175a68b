"""What one sends to vote."""

from collections import Counter
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import pgettext

from space.discuss.models import Way
from space.discuss.permissions import POLL_CHANGED
from space.discuss.polls.finding import Asked
from space.kit.rules import Refusal, Verdict


class BallotForm(forms.Form):
    """The options that somebody chose, or their order. Whether the poll allows that, the action says.

    `verdict` is the rule's answer for this reader.
    """

    # Instead of a vote: as if one had not voted.
    take_back = forms.BooleanField(required=False)

    def __init__(self, *args: Any, asked: Asked, verdict: Verdict, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asked, self.verdict = asked, verdict
        self.is_ranked = asked.poll.way == Way.RANKED
        self.fields.update(_places(asked) if self.is_ranked else _boxes(asked))

    def clean(self) -> dict[str, Any]:
        if isinstance(self.verdict, Refusal):
            raise ValidationError(str(self.verdict.reason), code="refused")
        if self.cleaned_data["take_back"]:
            self.errors.clear()
            return self.cleaned_data
        sent = {name for name in self.data if name == "option" or name.startswith("rank-")}
        if sent - set(self.fields):
            raise ValidationError(str(POLL_CHANGED.reason), code="changed")
        ranks = Counter(self.typed.values()) if self.is_ranked else Counter[int]()
        if twice := sorted(rank for rank, times in ranks.items() if times > 1):
            told = pgettext("poll", "Two options stand at place %(n)d. Give each a place of its own.")
            raise ValidationError(told, code="same_place", params={"n": twice[0]})
        return self.cleaned_data

    @property
    def chosen(self) -> list[int]:
        """Ids of options, the preferred one first."""
        if not self.is_ranked:
            return list(self.cleaned_data["option"])
        return sorted(self.typed, key=lambda pk: self.typed[pk])

    @property
    def typed(self) -> dict[int, int]:
        """Options with their places, as far as they could be understood."""
        if not self.is_ranked:
            return dict.fromkeys(self.cleaned_data.get("option", []), 1)
        places = {option.pk: self.cleaned_data.get(f"rank-{option.pk}") for option in self.asked.options}
        return {pk: rank for pk, rank in places.items() if rank}


def _places(asked: Asked) -> dict[str, forms.Field]:
    ranks = [("", ""), *((rank, rank) for rank in range(1, len(asked.options) + 1))]
    return {
        f"rank-{option.pk}": forms.TypedChoiceField(
            choices=ranks, coerce=int, empty_value=None, required=False
        )
        for option in asked.options
    }


def _boxes(asked: Asked) -> dict[str, forms.Field]:
    field = forms.TypedMultipleChoiceField(
        choices=[(option.pk, option.text) for option in asked.options],
        coerce=int,
        required=False,
        error_messages={"invalid_choice": str(POLL_CHANGED.reason)},
    )
    return {"option": field}

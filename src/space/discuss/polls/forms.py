"""What one types to ask a poll."""

from collections import Counter
from datetime import timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import npgettext, pgettext, pgettext_lazy

from space.discuss.models import Results, Way
from space.discuss.polls.finding import Asked
from space.discuss.polls.numbers import POLL_OPTIONS_AT_MOST
from space.discuss.polls.plan import PollPlan
from space.kit import clock
from space.kit.fields import one_line
from space.kit.rules import Refusal, Verdict

OPTIONS_AT_LEAST = 2
LONGEST_OPTION = 255
# A typing error in the year should not make a poll that never ends.
OPEN_AT_MOST = timedelta(days=366)
OPEN, SECRET = "open", "secret"
_MOMENT = "%Y-%m-%dT%H:%M"
_FEW_OPTIONS = pgettext_lazy("poll form", "Give two options at least, each on a line of its own.")


class PollForm(forms.Form):
    """A poll beside a text. Nobody has to ask one: without a question and options there is none.

    `needed`: it stands alone, so there is one. `verdict` is then the rule's answer for this reader.
    """

    prefix = "poll"
    use_required_attribute = False

    question = forms.CharField(
        label=pgettext_lazy("poll form", "Question"),
        max_length=255,
        error_messages={"required": pgettext_lazy("poll form", "Say what the poll asks.")},
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    options = forms.CharField(
        label=pgettext_lazy("poll form", "Options"),
        error_messages={"required": _FEW_OPTIONS},
        help_text=pgettext_lazy("poll form", "One a line. They cannot be changed once somebody has voted."),
        widget=forms.Textarea(attrs={"dir": "auto", "rows": 4}),
    )
    way = forms.ChoiceField(
        label=pgettext_lazy("poll form", "How people vote"),
        choices=[
            (Way.SINGLE, pgettext_lazy("poll form", "One choice")),
            (Way.SEVERAL, pgettext_lazy("poll form", "Several choices")),
            (
                Way.RANKED,
                pgettext_lazy(
                    "poll form",
                    "In order of preference. The weakest option goes out, and its votes go to the next choice of those"
                    " who gave them, until one option has more than half.",
                ),
            ),
        ],
        widget=forms.RadioSelect,
        initial=Way.SINGLE,
    )
    # No number field: a browser would refuse what stands in it also where the page does not show it.
    at_most = forms.IntegerField(
        label=pgettext_lazy("poll form", "How many one may choose"),
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        help_text=pgettext_lazy("poll form", "For several choices. Leave it empty for as many as one likes."),
    )
    ballots = forms.ChoiceField(
        label=pgettext_lazy("poll form", "Who sees the votes"),
        choices=[
            (SECRET, pgettext_lazy("poll form", "Secret: nobody sees who chose what, not even moderators.")),
            (
                OPEN,
                pgettext_lazy(
                    "poll form", "Open: the names of those who voted stand beside what they chose."
                ),
            ),
        ],
        widget=forms.RadioSelect,
        initial=SECRET,
    )
    results = forms.ChoiceField(
        label=pgettext_lazy("poll form", "When results are shown"),
        choices=[
            (Results.ALWAYS, pgettext_lazy("poll form", "Always")),
            (Results.AFTER_VOTING, pgettext_lazy("poll form", "To who has voted")),
            (
                Results.AFTER_CLOSING,
                pgettext_lazy("poll form", "When the poll is closed. This protects secret votes best."),
            ),
        ],
        widget=forms.RadioSelect,
        initial=Results.ALWAYS,
    )
    closes_at = forms.DateTimeField(
        label=pgettext_lazy("poll form", "Closes at"),
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format=_MOMENT),
    )

    def __init__(self, *args: Any, needed: bool = False, verdict: Verdict = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.needed, self.verdict = needed, verdict
        self.fields["closes_at"].help_text = pgettext(
            "poll form", "In your time zone: %(zone)s. Leave it empty to close the poll by hand."
        ) % {"zone": timezone.get_current_timezone_name()}

    @property
    def is_begun(self) -> bool:
        """Something was typed that only a poll needs."""
        said = [self["question"].value(), self["options"].value()]
        return self.needed or any(str(text or "").strip() for text in said)

    def clean_question(self) -> str:
        return one_line(self.cleaned_data["question"])

    def clean_options(self) -> tuple[str, ...]:
        lines = [one_line(line) for line in self.cleaned_data["options"].splitlines()]
        options = tuple(line for line in lines if line)
        _check_options(options)
        return options

    def clean_closes_at(self) -> Any:
        moment = self.cleaned_data["closes_at"]
        if moment and moment <= clock.now():
            raise ValidationError(
                pgettext("poll form", "Choose a moment that is still to come."), code="past"
            )
        if moment and moment > clock.now() + OPEN_AT_MOST:
            raise ValidationError(pgettext("poll form", "A poll can be open for a year at most."), code="far")
        return moment

    def clean(self) -> dict[str, Any]:
        if isinstance(self.verdict, Refusal):
            raise ValidationError(str(self.verdict.reason), code="refused")
        if not self.is_begun:
            # Nobody asked a poll: nothing of it can be wrong.
            self.errors.clear()
        elif self.cleaned_data.get("way") != Way.SEVERAL:
            self.errors.pop("at_most", None)
        elif "at_most" not in self.errors and "options" not in self.errors:
            self._check_at_most(self.cleaned_data["at_most"], len(self.cleaned_data["options"]))
        return self.cleaned_data

    def _check_at_most(self, most: int | None, options: int) -> None:
        if most is not None and not OPTIONS_AT_LEAST <= most <= options:
            told = pgettext("poll form", "Give a number from %(least)d to %(n)d, or leave it empty.")
            params = {"least": OPTIONS_AT_LEAST, "n": options}
            self.add_error("at_most", ValidationError(told, code="out_of_bounds", params=params))

    @property
    def plan(self) -> PollPlan | None:
        if not self.is_begun:
            return None
        data = self.cleaned_data
        return PollPlan(
            question=data["question"],
            options=data["options"],
            way=Way(data["way"]),
            at_most=data.get("at_most"),
            secret=data["ballots"] == SECRET,
            results=Results(data["results"]),
            closes_at=data["closes_at"],
        )

    @classmethod
    def initial_of(cls, asked: Asked) -> dict[str, Any]:
        """What the form says of a poll that is there."""
        poll = asked.poll
        return {
            "question": poll.question,
            "options": "\n".join(option.text for option in asked.options),
            "way": poll.way,
            "at_most": poll.at_most,
            "ballots": SECRET if poll.secret else OPEN,
            "results": poll.results,
            "closes_at": poll.closes_at,
        }


def _check_options(options: tuple[str, ...]) -> None:
    most = POLL_OPTIONS_AT_MOST()
    if len(options) < OPTIONS_AT_LEAST:
        raise ValidationError(str(_FEW_OPTIONS), code="few")
    if len(options) > most:
        raise ValidationError(
            npgettext(
                "poll form", "A poll can have %(n)d option.", "A poll can have %(n)d options at most.", most
            ),
            code="many",
            params={"n": most},
        )
    if long := next((option for option in options if len(option) > LONGEST_OPTION), ""):
        told = pgettext("poll form", "“%(start)s…” is too long: an option can have %(n)d characters.")
        raise ValidationError(told, code="long", params={"start": long[:40], "n": LONGEST_OPTION})
    alike, times = Counter(option.casefold() for option in options).most_common(1)[0]
    if times > 1:
        told = pgettext("poll form", "“%(option)s” stands there twice. Each option needs words of its own.")
        first = next(option for option in options if option.casefold() == alike)
        raise ValidationError(told, code="alike", params={"option": first})

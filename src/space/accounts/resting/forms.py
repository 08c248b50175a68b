"""How long a break lasts, and that somebody has thought before it ends."""

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import npgettext, pgettext_lazy

from space.kit import clock

_SALT = "space.accounts.resting"
# How long one waits before coming back early.
A_BREATH = 10
_AT_MOST = timedelta(days=366)


class RestForm(forms.Form):
    long = forms.ChoiceField(
        label=pgettext_lazy("break", "How long"),
        choices=(
            ("hour", pgettext_lazy("break", "One hour")),
            ("today", pgettext_lazy("break", "The rest of today")),
            ("week", pgettext_lazy("break", "A week")),
            ("until", pgettext_lazy("break", "Until a moment of my own")),
        ),
        widget=forms.RadioSelect,
        error_messages={"required": pgettext_lazy("break", "Choose how long the break lasts.")},
    )
    until = forms.DateTimeField(
        label=pgettext_lazy("break", "The moment"),
        help_text=pgettext_lazy("break", "In your own time zone. At most a year from now."),
        widget=forms.DateTimeInput(format="%Y-%m-%dT%H:%M", attrs={"type": "datetime-local"}),
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        if "long" in self.cleaned_data and "until" in self.cleaned_data:
            self.cleaned_data["until"] = self._end(self.cleaned_data["long"])
        return self.cleaned_data

    def _end(self, long: str) -> datetime | None:
        now = clock.now()
        if long == "until":
            return self._own(now)
        if long == "today":
            tomorrow = timezone.localtime(now).date() + timedelta(days=1)
            return timezone.make_aware(datetime.combine(tomorrow, datetime.min.time()))
        return now + (timedelta(hours=1) if long == "hour" else timedelta(days=7))

    def _own(self, now: datetime) -> datetime | None:
        until: datetime | None = self.cleaned_data["until"]
        if until and now < until <= now + _AT_MOST:
            return until
        text = pgettext_lazy("break", "Choose a moment that is still to come, within a year.")
        self.add_error("until", ValidationError(text, code="moment"))
        return None


class BackForm(forms.Form):
    """Sent some seconds after it was made: long enough for a thought."""

    made = forms.CharField(widget=forms.HiddenInput)

    @classmethod
    def fresh(cls) -> "BackForm":
        return cls(initial={"made": signing.dumps(clock.now().timestamp(), salt=_SALT)})

    def clean_made(self) -> float:
        try:
            made = float(signing.loads(self.cleaned_data["made"], salt=_SALT))
        except (signing.BadSignature, TypeError, ValueError):
            text = pgettext_lazy("break", "This form did not come from here. Open the page once more.")
            raise ValidationError(text, code="forged") from None
        left = round(A_BREATH - (clock.now().timestamp() - made) + 0.5)
        if left > 0:
            told = npgettext(
                "break",
                "That was quick. Wait another %(n)d second, then press once more.",
                "That was quick. Wait another %(n)d seconds, then press once more.",
                left,
            )
            raise ValidationError(told, code="soon", params={"n": left})
        return made

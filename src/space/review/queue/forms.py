"""What moderators fill in."""

from datetime import datetime, time, timedelta
from typing import Any, cast

from django import forms
from django.db import models
from django.utils import timezone
from django.utils.translation import get_language, pgettext_lazy

from space import languages
from space.kit import clock
from space.kit.fields import one_line, tidy
from space.moderation.models import Measure
from space.review.actions import Ruling
from space.review.actions.sayings import can_be_hidden
from space.review.models import AGREES, CannedAnswer, Case, Clause, Did, Follows, Outcome
from space.review.things import PERSON, PICTURE, PORTRAIT, POST, SAYING

# How long a silence or suspension lasts, in hours.
STEPS = {
    24: pgettext_lazy("penalty", "24 hours"),
    72: pgettext_lazy("penalty", "72 hours"),
    168: pgettext_lazy("penalty", "7 days"),
    720: pgettext_lazy("penalty", "30 days"),
}
_UNTIL = "until"
_LONGEST = timedelta(days=3650)
_KEEPS = (Did.KEEP, Did.IGNORE)
_OF_PICTURES = (Did.HIDE, Did.AGREE, *_KEEPS)
_OF = {
    POST: (Did.HIDE, Did.ASK, Did.CLOSE, Did.DELETE, Did.AGREE, *_KEEPS),
    PICTURE: _OF_PICTURES,
    PORTRAIT: _OF_PICTURES,
    SAYING: (Did.HIDE, Did.AGREE, *_KEEPS),
    PERSON: (Did.AGREE, *_KEEPS),
}
_WORDS = {
    Did.HIDE: pgettext_lazy("decision", "Agree and hide it"),
    Did.ASK: pgettext_lazy("decision", "Agree and hide it until the author has edited it"),
    Did.CLOSE: pgettext_lazy("decision", "Agree and close the topic"),
    Did.DELETE: pgettext_lazy("decision", "Agree and delete it"),
    Did.AGREE: pgettext_lazy(
        "decision", "Agree: done by hand (moved, edited), or a matter of the author alone"
    ),
    Did.KEEP: pgettext_lazy("decision", "Keep it: nothing is wrong with it"),
    Did.IGNORE: pgettext_lazy("decision", "Ignore: say nothing about who is right"),
}
_HELD = {
    Did.KEEP: pgettext_lazy("decision", "Let it appear"),
    Did.HIDE: pgettext_lazy("decision", "Do not let it appear"),
}


class LastsMixin(forms.Form):
    """How long a penalty lasts."""

    lasts = forms.ChoiceField(
        label=pgettext_lazy("penalty", "For how long"),
        choices=[*STEPS.items(), (_UNTIL, pgettext_lazy("penalty", "Until a day:"))],
        initial=24,
        required=False,
    )
    until = forms.DateField(
        label=pgettext_lazy("penalty", "Until the end of"),
        widget=forms.DateInput(attrs={"type": "date"}),
        required=False,
    )

    def hours(self) -> int:
        """Of the cleaned form; says what is wrong with the day."""
        lasts, day = self.cleaned_data.get("lasts"), self.cleaned_data.get("until")
        if lasts != _UNTIL:
            return int(lasts or 24)
        if not day:
            self.add_error("until", pgettext_lazy("penalty", "Choose the day."))
            return 0
        end = timezone.make_aware(datetime.combine(day, time.max))
        left = end - clock.now()
        if not timedelta(0) < left < _LONGEST:
            self.add_error("until", pgettext_lazy("penalty", "Choose a day to come, within ten years."))
        return max(1, round(left.total_seconds() / 3600))


def reason_field(label: Any, *, required: bool = True) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": 4, "dir": "auto"})
    return forms.CharField(label=label, widget=widget, max_length=2000, required=required)


class AnswerField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """The ready answers, each with its language; those in the language of who is told come first."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.title} ({languages.autonym(obj.language)})"

    def begin_with(self, language: str) -> None:
        """What somebody reads who has chosen no language is not known."""
        is_theirs = models.Case(models.When(language=language, then=0), default=1)
        self.queryset = CannedAnswer.objects.order_by(is_theirs, "language", "title")


def clause_field() -> forms.ChoiceField:
    return forms.ChoiceField(
        label=pgettext_lazy("deciding", "Guideline"),
        choices=[("", "—"), *Clause.choices],
        error_messages={"required": pgettext_lazy("deciding", "Say which guideline it is about.")},
    )


class DecideForm(LastsMixin):
    """What becomes of the thing and of its author."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    did = forms.ChoiceField(
        label=pgettext_lazy("deciding", "What becomes of it"), widget=forms.RadioSelect, choices=Did.choices
    )
    clause = forms.ChoiceField(label=pgettext_lazy("deciding", "Guideline"), required=False)
    answer = AnswerField(
        CannedAnswer.objects.all(),
        label=pgettext_lazy("deciding", "Ready answer"),
        help_text=pgettext_lazy("deciding", "It comes first; what you write follows it."),
        required=False,
    )
    reason = reason_field(pgettext_lazy("deciding", "Reason, for the author and for the log"), required=False)
    follows = forms.ChoiceField(
        label=pgettext_lazy("deciding", "What follows for the author"),
        choices=Follows.choices[:4],
        widget=forms.RadioSelect,
        required=False,
    )
    field_order = ("version", "did", "clause", "answer", "reason", "follows", "lasts", "until")

    @classmethod
    def of(cls, case: Case, sent: Any = None, *, punishes: bool, wants: str = "") -> "DecideForm":
        """`wants` is what was pressed before, where it has to be explained here."""
        form = cls(sent, initial={"version": case.version, "did": wants or None, "follows": ""})
        kinds = [did for did in _OF[case.thing_kind] if did != Did.HIDE or can_be_hidden(case)]
        words = _WORDS | (_HELD if case.is_held else {})
        form._offer("did", [(did.value, words[did]) for did in kinds])
        cast(AnswerField, form.fields["answer"]).begin_with(case.author.language or case.language)
        form.fields["reason"].is_needed_sometimes = True  # type: ignore[attr-defined]
        form._offer("clause", [("", "—"), *Clause.choices])
        if not punishes:
            form._offer("follows", [*Follows.choices[:2]])
            del form.fields["lasts"], form.fields["until"]
        return form

    def _offer(self, name: str, choices: list[Any]) -> None:
        cast(forms.ChoiceField, self.fields[name]).choices = choices

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        ready = data.get("answer")
        words = [ready.text if ready else "", tidy(data.get("reason", "")).strip()]
        data["reason"] = "\n\n".join(filter(None, words))[:2000]
        burdens = data.get("did") in AGREES or data.get("follows")
        if data.get("did") in _KEEPS and data.get("follows"):
            text = pgettext_lazy(
                "deciding", "Where nothing is wrong, nothing follows. Choose what becomes of it."
            )
            self.add_error("follows", text)
        if burdens and not data["reason"]:
            text = pgettext_lazy("deciding", "Say why: the author is told, and may appeal.")
            self.add_error("reason", text)
        if burdens and not data.get("clause"):
            self.add_error("clause", pgettext_lazy("deciding", "Say which guideline it is about."))
        data["hours"] = self.hours() if data.get("follows") in Measure.values else 0
        return data

    @property
    def ruling(self) -> Ruling:
        data = self.cleaned_data
        return Ruling(data["did"], data["clause"], data["reason"], data.get("follows", ""), data["hours"])


class PenaltyForm(LastsMixin):
    """Silence or suspend somebody without a case."""

    measure = forms.ChoiceField(
        label=pgettext_lazy("penalty", "What"), choices=Measure.choices, widget=forms.RadioSelect
    )
    clause = clause_field()
    reason = reason_field(pgettext_lazy("penalty", "Reason, for the person and for the log"))
    field_order = ("measure", "lasts", "until", "clause", "reason")

    def clean(self) -> dict[str, Any]:
        self.cleaned_data["hours"] = self.hours()
        return self.cleaned_data


class WordsForm(forms.Form):
    """A note, or why a penalty ends."""

    words = reason_field(pgettext_lazy("form", "In words"))

    def clean_words(self) -> str:
        return tidy(self.cleaned_data["words"]).strip()


class AppealForm(forms.Form):
    outcome = forms.ChoiceField(
        label=pgettext_lazy("appeal", "Outcome"),
        choices=[(one.value, one.label) for one in (Outcome.UPHELD, Outcome.REVERSED)],
        widget=forms.RadioSelect,
    )
    reason = reason_field(pgettext_lazy("appeal", "Reason, for the author and for the log"))

    def clean_reason(self) -> str:
        return tidy(self.cleaned_data["reason"]).strip()


class AnswerForm(forms.ModelForm):  # type: ignore[type-arg]
    language = forms.ChoiceField(label=pgettext_lazy("answer", "Language"))

    class Meta:
        model = CannedAnswer
        fields = ("title", "language", "text")
        widgets = {"text": forms.Textarea(attrs={"rows": 5, "dir": "auto"})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = languages.interface_languages()
        found = [(one.code, one.autonym) for one in offered]
        cast(forms.ChoiceField, self.fields["language"]).choices = found
        self.fields["language"].initial = get_language()

    def clean_title(self) -> str:
        return one_line(self.cleaned_data["title"])

    def clean_text(self) -> str:
        return tidy(self.cleaned_data["text"]).strip()

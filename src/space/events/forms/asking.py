from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import pgettext_lazy

from space.events.actions.asking import MOST_OPTIONS, MOST_QUESTIONS, Asked
from space.events.models import Event
from space.kit.fields import one_line, tidy


class QuestionsForm(forms.Form):
    """One question a line; answers to choose from stand below it, each behind a dash."""

    questions = forms.CharField(
        label=pgettext_lazy("event questions", "Questions"),
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 6, "dir": "auto"}),
        help_text=pgettext_lazy(
            "event questions",
            "One a line. For a choice, write the answers below the question, each on a line that begins with a dash. "
            "Only organisers see what is answered, and it is deleted 90 days after the event.",
        ),
    )

    def __init__(self, *args: Any, event: Event, **kwargs: Any) -> None:
        kwargs["initial"] = {"questions": _typed(event)}
        super().__init__(*args, **kwargs)

    def clean_questions(self) -> list[Asked]:
        asked: list[Asked] = []
        for line in filter(None, map(one_line, self.cleaned_data["questions"].splitlines())):
            if not line.startswith(("-", "–", "•")):
                asked.append(Asked(line[:200]))
            elif asked:
                last = asked.pop()
                option = line[1:].strip()[:100]
                asked.append(Asked(last.text, (*last.options, option)) if option else last)
            else:
                raise ValidationError(
                    pgettext_lazy("event questions", "Begin with a question; its answers come below it."),
                    code="no_question",
                )
        if any(len(one.options) > MOST_OPTIONS for one in asked):
            text = pgettext_lazy("event questions", "A question can offer %(n)d answers.")
            raise ValidationError(text, code="too_many", params={"n": MOST_OPTIONS})
        if len({one.text for one in asked}) < len(asked):
            raise ValidationError(
                pgettext_lazy("event questions", "The same question stands there twice."), code="twice"
            )
        return asked[: MOST_QUESTIONS + 1]


def _typed(event: Event) -> str:
    lines = ([one.text, *(f"- {option}" for option in one.options)] for one in event.questions.all())
    return "\n".join(line for question in lines for line in question)


class WordForm(forms.Form):
    text = forms.CharField(
        label=pgettext_lazy("event word", "What you want to tell them"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
        help_text=pgettext_lazy(
            "event word",
            "Everybody who is going or interested finds it in their bell. Who has no account gets a letter.",
        ),
    )

    def clean_text(self) -> str:
        return tidy(self.cleaned_data["text"])

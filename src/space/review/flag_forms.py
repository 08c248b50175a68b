"""What people type about a thing, or about what was decided about theirs."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from space import languages
from space.discuss.models import Post
from space.discuss.numbers import POST_AT_MOST
from space.kit.fields import tidy
from space.review import numbers
from space.review.models import Flag, Why

# What each heading means, of a post and of a person. Of a person nothing is off-topic.
OF_POST: dict[Why, Promise] = {
    Why.OFF_TOPIC: pgettext_lazy(
        "flag", "It has little to do with what people talk about here, and belongs somewhere else."
    ),
    Why.INAPPROPRIATE: pgettext_lazy(
        "flag", "It hurts, mocks or threatens somebody, or goes against our guidelines in another way."
    ),
    Why.SPAM: pgettext_lazy(
        "flag", "It sells something, destroys something, or is put everywhere. It helps nobody."
    ),
    Why.ELSE: pgettext_lazy("flag", "Somebody should look at it for another reason. Say which one below."),
    Why.ILLEGAL: pgettext_lazy(
        "flag", "You think that it is against the law. Say which law, and where, if you know."
    ),
}
OF_PICTURE: dict[Why, Promise] = {
    Why.INAPPROPRIATE: pgettext_lazy(
        "flag", "It shows what hurts, mocks or threatens somebody, or somebody who did not want to be shown."
    ),
    Why.SPAM: pgettext_lazy("flag", "It sells something."),
    Why.ELSE: OF_POST[Why.ELSE],
    Why.ILLEGAL: OF_POST[Why.ILLEGAL],
}
OF_PERSON: dict[Why, Promise] = {
    Why.INAPPROPRIATE: pgettext_lazy(
        "flag", "Their name, picture or what they say of themselves hurts somebody, or they go after people."
    ),
    Why.SPAM: pgettext_lazy("flag", "The account is there to sell something or to do damage."),
    Why.ELSE: OF_POST[Why.ELSE],
    Why.ILLEGAL: OF_POST[Why.ILLEGAL],
}


class Words(forms.CharField):
    """Some lines in one's own words, given back whole when they are too long."""

    def __init__(self, *, longest: int | Callable[[], int], rows: int = 4, **options: Any) -> None:
        widget = forms.Textarea(attrs={"rows": rows, "dir": "auto"})
        super().__init__(widget=widget, validators=[MaxLengthValidator(longest)], **options)

    def to_python(self, value: Any) -> str:
        return tidy(super().to_python(value) or "").strip()


class FlagForm(forms.Form):
    # The language of the translation from which somebody comes: an address says it, and nobody types it.
    read = forms.CharField(required=False, widget=forms.HiddenInput)
    why = forms.ChoiceField(
        choices=Why,
        error_messages={"required": pgettext_lazy("flag", "Choose what is wrong with it.")},
    )
    words = Words(
        label=pgettext_lazy("flag", "In your own words"),
        help_text=pgettext_lazy("flag", "Only those who decide about it read this."),
        longest=1000,
        required=False,
    )

    def __init__(
        self, data: Any, *, means: dict[Why, Promise], before: Flag | None = None, read: str = ""
    ) -> None:
        said = {"why": before.why, "words": before.words} if before else {}
        super().__init__(data, initial=said | {"read": read})
        offered = [why for why in means if why != Why.ILLEGAL or numbers.TAKES_ILLEGAL()]
        self.fields["why"].choices = [(why.value, why.label) for why in offered]  # type: ignore[attr-defined]
        self.means = means

    @property
    def headings(self) -> list[dict[str, Any]]:
        chosen = self["why"].value()
        offered = self.fields["why"].choices  # type: ignore[attr-defined]
        return [
            {"value": why, "label": label, "means": self.means[Why(why)], "chosen": why == chosen}
            for why, label in offered
        ]

    def clean_read(self) -> str:
        code: str = self.cleaned_data["read"]
        return code if languages.known(code) else ""

    def clean(self) -> dict[str, Any]:
        if self.cleaned_data.get("why") == Why.ELSE and not self.cleaned_data.get("words"):
            self.add_error("words", pgettext_lazy("flag", "Say in a few words what it is about."))
        return self.cleaned_data


class AppealForm(forms.Form):
    words = Words(
        label=pgettext_lazy("appeal", "What should be looked at again, and why"),
        help_text=pgettext_lazy("appeal", "A moderator reads it who had nothing to do with the decision."),
        longest=2000,
        rows=6,
        error_messages={"required": pgettext_lazy("appeal", "Say why, so that somebody can look again.")},
    )


class ExplainForm(forms.Form):
    words = Words(
        label=pgettext_lazy("appeal", "Why it should stay"),
        help_text=pgettext_lazy("appeal", "The moderators who decide about it read this."),
        longest=2000,
        rows=6,
        error_messages={"required": pgettext_lazy("appeal", "Say why, so that somebody can look again.")},
    )


class AmendForm(forms.Form):
    text = Words(
        label=pgettext_lazy("form", "Text"),
        longest=POST_AT_MOST,
        rows=12,
        error_messages={"required": pgettext_lazy("form", "Write something first.")},
    )

    def __init__(self, data: Any, *, post: Post) -> None:
        super().__init__(data, initial={"text": post.source})
        self.post = post

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"]
        if text == tidy(self.post.source).strip():
            raise ValidationError(
                pgettext_lazy("form", "It is the same as before. Change what the flags are about."),
                code="same",
            )
        return text

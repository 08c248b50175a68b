import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.utils.translation import npgettext, pgettext_lazy

from space.accounts.readers import Reader
from space.discuss.asking.known import Asked
from space.discuss.models import Bookmark
from space.discuss.note_field import NOTE, NoteField
from space.discuss.numbers import (
    POST_AT_LEAST,
    POST_AT_MOST,
    TITLE_AT_LEAST,
    TITLE_AT_LEAST_CJK,
    TITLE_AT_MOST,
)
from space.discuss.polls.forms import PollForm
from space.discuss.room_field import RoomField
from space.discuss.tagging.wanted import tags_wanted
from space.discuss.text_language import language_choices
from space.kit.fields import one_line, perceived_length, tidy
from space.kit.form_keys import new_key
from space.kit.rules import Refusal, Verdict
from space.languages import autonym, canonical, known

_WIDE_SCRIPTS = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL")


class WritingForm(forms.Form):
    """What every form that makes a text has: the text, its language, and a key so that twice makes one.

    `verdict` is the rule's answer for this reader. A no stands beside the text, which is given back.
    """

    text = forms.CharField(
        label=pgettext_lazy("form", "Text"),
        widget=forms.Textarea(attrs={"rows": 8, "dir": "auto"}),
        validators=[MaxLengthValidator(POST_AT_MOST)],
        error_messages={"required": pgettext_lazy("form", "Write something first.")},
    )
    language = forms.ChoiceField(label=pgettext_lazy("form", "Language of the text"), required=False)
    key = forms.UUIDField(widget=forms.HiddenInput, required=False)
    # The version of the draft that stands in it.
    draft = forms.IntegerField(
        widget=forms.HiddenInput(attrs={"autocomplete": "off"}),
        required=False,
        min_value=0,
        max_value=2**31 - 1,
    )

    def __init__(
        self, *args: Any, reader: Reader, verdict: Verdict, language: str = "", **kwargs: Any
    ) -> None:
        kwargs.setdefault("initial", {}).setdefault("key", new_key())
        super().__init__(*args, **kwargs)
        self.verdict = verdict
        # A browser would cut a long paste without a word; we refuse it and give it back whole.
        self.fields["text"].widget.attrs.pop("maxlength", None)
        self.languages = dict(language_choices(reader, language))
        self.offer([canonical(sent)] if known(sent := str(self.data.get("language", ""))) else [])

    def clean_text(self) -> str:
        text = tidy(self.cleaned_data["text"])
        if perceived_length(text) < POST_AT_LEAST():
            raise ValidationError(
                pgettext_lazy("form", "Write a little more, so that others understand."), code="short"
            )
        return text

    def clean(self) -> dict[str, Any]:
        if isinstance(self.verdict, Refusal):
            raise ValidationError(str(self.verdict.reason), code="refused")
        return self.cleaned_data

    def offer(self, codes: Iterable[str]) -> None:
        """Let these languages be chosen too."""
        self.languages |= {code: autonym(code) for code in codes if code not in self.languages}
        cast(forms.ChoiceField, self.fields["language"]).choices = list(self.languages.items())

    def show_again(self, typed: Mapping[str, str]) -> None:
        """As it was typed, without a look at what is wrong."""
        self.is_bound = False
        self.initial = {**self.initial, **{name: typed[name] for name in self.fields if name in typed}}

    @property
    def given(self) -> dict[str, Any]:
        """What an action takes of it."""
        given = {name: self.cleaned_data[name] for name in ("text", "language", "key")}
        return {**given, "draft": self.cleaned_data["draft"] or 0}


class AskingForm(WritingForm):
    """A text that may ask its readers something: the form of a poll stands in it. A content note may fold it."""

    content_note = NoteField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        begun = {name: self.initial.get(f"poll-{name}") for name in PollForm.base_fields}
        begun = {name: one for name, one in begun.items() if one}
        self.poll = PollForm(self.data if self.is_bound else None, initial=begun)

    def is_valid(self) -> bool:
        """Both are asked, so that all that is wrong is told at once."""
        text, poll = super().is_valid(), self.poll.is_valid()
        return text and poll

    def show_again(self, typed: Mapping[str, str]) -> None:
        super().show_again(typed)
        names = {name: self.poll.add_prefix(name) for name in self.poll.fields}
        self.poll = PollForm(initial={name: typed[sent] for name, sent in names.items() if sent in typed})

    @property
    def given(self) -> dict[str, Any]:
        return {**super().given, "note": self.cleaned_data[NOTE], "poll": self.poll.plan}


class ReplyForm(AskingForm):
    """`asked` is the group for which this writer may answer, where the topic is a question to it."""

    post = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=1)
    for_group = forms.ChoiceField(label=pgettext_lazy("form", "You answer for"), required=False)

    def __init__(self, *args: Any, asked: Asked | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if asked is None:
            del self.fields["for_group"]
            return
        field = cast(forms.ChoiceField, self.fields["for_group"])
        field.choices = [("yes", asked.name), ("no", pgettext_lazy("who answers", "Myself"))]
        self.initial.setdefault("for_group", "yes" if asked.shows_members else "no")
        if not asked.shows_members:
            field.help_text = pgettext_lazy(
                "form", "If it is the group, everybody sees that you belong to it."
            )

    @property
    def given(self) -> dict[str, Any]:
        return {**super().given, "for_group": self.cleaned_data.get("for_group") == "yes"}


class EditForm(WritingForm):
    """The title is asked for with the first post only; hiding, of moderators who change what is another's."""

    title = forms.CharField(
        label=pgettext_lazy("form", "Title"), validators=[MaxLengthValidator(TITLE_AT_MOST)]
    )
    summary = forms.CharField(
        label=pgettext_lazy("form", "What you changed, for its history"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    hide_before = forms.BooleanField(
        label=pgettext_lazy("form", "Hide how it read before"),
        required=False,
        help_text=pgettext_lazy("form", "For what nobody should read any more. Moderators still see it."),
    )
    content_note = NoteField()
    # The note that stood there when the form was made: one that came since does not go with it.
    noted = forms.CharField(widget=forms.HiddenInput, required=False, max_length=1000)
    # What the form was made from, and whether two versions of a paragraph stand in it with words of ours between.
    began = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)
    clashed = forms.CharField(widget=forms.HiddenInput, required=False, max_length=3)
    field_order = ("title", "text", "language", "summary", "hide_before")

    def __init__(
        self, *args: Any, with_title: bool, with_hiding: bool, with_note: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].widget.attrs["rows"] = 14
        if not with_title:
            del self.fields["title"]
        if not with_hiding:
            del self.fields["hide_before"]
        if not with_note:
            del self.fields[NOTE], self.fields["noted"]

    def clean_title(self) -> str:
        return clean_title(self.cleaned_data["title"])

    def clean_summary(self) -> str:
        return one_line(self.cleaned_data["summary"])

    @property
    def changes(self) -> dict[str, Any]:
        """What editing takes of it."""
        data, names = self.cleaned_data, ("title", "summary", "began", "hide_before")
        note = {"note": data[NOTE]} if data.get(NOTE, "") != data.get("noted", "") else {}
        return self.given | note | {name: data[name] for name in names if name in data}


class HideVersionForm(forms.Form):
    reason = forms.CharField(
        label=pgettext_lazy("form", "Why it is hidden"),
        required=False,
        max_length=500,
        help_text=pgettext_lazy("form", "Moderators see it here; it is kept in the log."),
    )


class TopicForm(AskingForm):
    category = RoomField(
        label=pgettext_lazy("form", "Category"),
        empty_label=pgettext_lazy("form", "Choose where it belongs"),
        error_messages={"required": pgettext_lazy("form", "Choose a category.")},
    )
    title = forms.CharField(
        label=pgettext_lazy("form", "Title"),
        validators=[MaxLengthValidator(TITLE_AT_MOST)],
        help_text=pgettext_lazy("form", "Say in one sentence what it is about."),
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    tags = forms.CharField(
        label=pgettext_lazy("form", "Tags"),
        required=False,
        max_length=1000,
        help_text=pgettext_lazy("form", "Words that help to find it, with commas between them."),
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    field_order = ("title", "category", "text", "tags", "language")

    def __init__(self, *args: Any, reader: Reader, **kwargs: Any) -> None:
        super().__init__(*args, reader=reader, **kwargs)
        self.reader = reader
        cast(RoomField, self.fields["category"]).let(reader, asked=self.initial.get("category"))

    def clean_title(self) -> str:
        return clean_title(self.cleaned_data["title"])

    def clean_tags(self) -> list[str]:
        return tags_wanted(self.cleaned_data["tags"], self.reader)


class CloseForm(forms.Form):
    reason = forms.CharField(
        label=pgettext_lazy("form", "Why it ends here"),
        required=False,
        max_length=500,
        help_text=pgettext_lazy("form", "Readers see it under the last post."),
    )
    goes_on = forms.CharField(
        label=pgettext_lazy("form", "Where it goes on"),
        required=False,
        max_length=500,
        help_text=pgettext_lazy("form", "The address of a topic here, if there is one."),
        widget=forms.TextInput(attrs={"dir": "ltr", "inputmode": "url"}),
    )


class NoteForm(forms.Form):
    """A note to oneself."""

    note = forms.CharField(
        label=pgettext_lazy("form", "Note"),
        required=False,
        max_length=Bookmark._meta.get_field("note").max_length,
        help_text=pgettext_lazy("form", "Why you want to find it again. Only you see it."),
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
    )


class DateForm(forms.Form):
    date = forms.DateField()


def clean_title(typed: str) -> str:
    """A title on one line and long enough; scripts that say more in a character need fewer."""
    title = one_line(typed)
    least = TITLE_AT_LEAST_CJK() if _is_wide(title) else TITLE_AT_LEAST()
    if perceived_length(title) < least:
        raise ValidationError(
            npgettext(
                "form",
                "A title needs at least %(n)d character. Say a little more.",
                "A title needs at least %(n)d characters. Say a little more.",
                least,
            ),
            code="short",
            params={"n": least},
        )
    return title


def _is_wide(title: str) -> bool:
    return any(unicodedata.name(character, "").startswith(_WIDE_SCRIPTS) for character in title)

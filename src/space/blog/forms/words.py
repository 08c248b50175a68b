"""The words of a story: in the form in which one is begun, and in that of an edition."""

from collections.abc import Mapping
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.utils.datastructures import MultiValueDict
from django.utils.translation import pgettext, pgettext_lazy

from space.accounts.readers import Reader
from space.blog.forms.about import AboutFields
from space.blog.forms.rooms import GroupRoomField
from space.blog.texts import Words
from space.discuss.forms import WritingForm, clean_title
from space.discuss.numbers import TITLE_AT_MOST
from space.discuss.text_language import likely
from space.kit.fields import one_line
from space.kit.rules import Verdict
from space.languages import guess

SUMMARY_AT_MOST, CAPTION_AT_MOST = 500, 500
_PITCH, _DRAFT = "pitch", "draft"


class WordsForm(WritingForm):
    """Title, summary and text of a story."""

    title = forms.CharField(
        label=pgettext_lazy("form", "Title"),
        validators=[MaxLengthValidator(TITLE_AT_MOST)],
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    summary = forms.CharField(
        label=pgettext_lazy("story form", "Summary"),
        required=False,
        validators=[MaxLengthValidator(SUMMARY_AT_MOST)],
        help_text=pgettext_lazy("story form", "One or two sentences for lists and previews."),
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].widget.attrs["rows"] = 24

    def clean_title(self) -> str:
        return clean_title(self.cleaned_data["title"])

    def clean_text(self) -> str:
        """Where it is not needed, nothing is enough: of a pitch title and summary may say it all."""
        return super().clean_text() if self.cleaned_data["text"].strip() else ""

    def clean_summary(self) -> str:
        return one_line(self.cleaned_data["summary"])

    @property
    def words(self) -> Words:
        data = self.cleaned_data
        return Words(
            data["title"], data["summary"], data["text"], data.get("caption", ""), data.get("alt", "")
        )


class SubmitForm(WordsForm, AboutFields):
    """A story as somebody hands it in: an idea to talk about first, or a draft."""

    begins = forms.ChoiceField(
        label=pgettext_lazy("story form", "What it is"),
        choices=[
            (_PITCH, pgettext_lazy("story form", "A pitch: an idea to talk about before I write")),
            (_DRAFT, pgettext_lazy("story form", "A draft: the story itself")),
        ],
        initial=_DRAFT,
        widget=forms.RadioSelect,
    )
    category = GroupRoomField()
    field_order = ("begins", "category", "title", "summary", "text")

    def __init__(self, *args: Any, reader: Reader, verdict: Verdict, **kwargs: Any) -> None:
        self.reader = reader
        super().__init__(*args, reader=reader, verdict=verdict, **kwargs)
        if isinstance(begun := self.initial.get("projects"), str):
            self.initial["projects"] = begun.split()
        self.fields["text"].required = not self._is_said_to_be_a_pitch
        if not cast(GroupRoomField, self.fields["category"]).let(reader):
            del self.fields["category"]

    def show_again(self, typed: Mapping[str, str]) -> None:
        super().show_again(typed)
        if isinstance(typed, MultiValueDict):
            self.initial["projects"] = typed.getlist("projects")

    @property
    def _is_said_to_be_a_pitch(self) -> bool:
        return bool(self.data.get("begins") == _PITCH)

    @property
    def is_pitch(self) -> bool:
        return bool(self.cleaned_data["begins"] == _PITCH)

    def clean(self) -> dict[str, Any]:
        """A story has a language: the one that was chosen, or the one that it surely looks like."""
        data = super().clean()
        if not data.get("language"):
            words = "\n".join(str(data.get(name) or "") for name in ("title", "summary", "text"))
            looks = guess(words, reads=tuple(self.reader.languages))
            if looks.sure:
                data["language"] = looks.code
            else:
                self.offer(likely(words, self.reader))
                text = pgettext("story form", "We are not sure in which language this is. Choose it.")
                self.add_error("language", ValidationError(text, code="unsure"))
        return data

    @property
    def begun(self) -> dict[str, Any]:
        """What `begin_story` takes of it."""
        given = self.given
        del given["text"]
        return {
            **given,
            "words": self.words,
            "about": self.about,
            "is_pitch": self.is_pitch,
            "category": self.cleaned_data.get("category"),
        }

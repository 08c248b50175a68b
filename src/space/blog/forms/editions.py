"""The words of an edition that is there: of an original, or of a translation beside it."""

from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import pgettext, pgettext_lazy

from space.accounts.readers import Reader
from space.blog.forms.words import CAPTION_AT_MOST, WordsForm
from space.blog.merging import in_one
from space.blog.models import Edition
from space.discuss.models import Tag
from space.kit.fields import one_line
from space.kit.rules import Verdict
from space.languages import autonym

_LONGEST_TAG = 60


class EditionForm(WordsForm):
    caption = forms.CharField(
        label=pgettext_lazy("story form", "Under the lead picture"),
        required=False,
        validators=[MaxLengthValidator(CAPTION_AT_MOST)],
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    alt = forms.CharField(
        label=pgettext_lazy("story form", "What the lead picture shows"),
        required=False,
        validators=[MaxLengthValidator(CAPTION_AT_MOST)],
        help_text=pgettext_lazy("story form", "Read out to people who do not see it."),
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    changed = forms.CharField(
        label=pgettext_lazy("form", "What you changed, for its history"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    # The version that the form was made from; whether two versions of a paragraph stand in it.
    began = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0, max_value=2**31 - 1)
    clashed = forms.CharField(widget=forms.HiddenInput, required=False, max_length=3)

    def __init__(self, *args: Any, reader: Reader, edition: Edition, verdict: Verdict, **kwargs: Any) -> None:
        super().__init__(*args, reader=reader, verdict=verdict, language=edition.language, **kwargs)
        self.edition = edition
        # What it is in is settled: it goes along for the preview.
        self.fields["language"].widget = forms.HiddenInput()
        self.initial["language"] = edition.language
        self.fields["text"].required = False
        version = edition.current
        if not (edition.story.lead_id or (version and (version.caption or version.alt))):
            del self.fields["caption"], self.fields["alt"]

    @property
    def changes(self) -> dict[str, Any]:
        """What `save_text` takes of it."""
        data = self.cleaned_data
        given = {"words": self.words, "began": data["began"], "note": data["changed"]}
        return {**given, "key": data["key"], "draft": data["draft"] or 0}


class TranslationForm(EditionForm):
    """Its text is written in parts, one beside each block of the original. `tag-7` says what a tag is called."""

    follows = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=1, max_value=2**31 - 1)

    def __init__(self, *args: Any, tags: list[Tag], parts: list[str] | None, **kwargs: Any) -> None:
        """`parts` are those that were sent; the text is made of them."""
        super().__init__(*args, **kwargs)
        self.parts, self.tags = parts, tags
        self.fields["text"].widget = forms.HiddenInput()
        self.fields["title"].required = False
        for tag in tags:
            self.fields[f"tag-{tag.pk}"] = _tag_field(tag, self.edition.language)
            self.initial.setdefault(f"tag-{tag.pk}", self._called(tag))

    def _called(self, tag: Tag) -> str:
        version = self.edition.current
        return str(version.tag_names.get(str(tag.pk), "")) if version else ""

    @property
    def tag_fields(self) -> list[Any]:
        return [self[f"tag-{tag.pk}"] for tag in self.tags]

    def clean_text(self) -> str:
        if self.parts is not None:
            self.cleaned_data["text"] = in_one(self.parts)
        return super().clean_text()

    def clean_title(self) -> str:
        """May wait: one saves before everything is done."""
        return super().clean_title() if self.cleaned_data["title"] else ""

    @property
    def changes(self) -> dict[str, Any]:
        names = {str(tag.pk): one_line(self.cleaned_data[f"tag-{tag.pk}"]) for tag in self.tags}
        told = {pk: name for pk, name in names.items() if name}
        more = {"follows": self.cleaned_data["follows"], "parts": self.parts, "tag_names": told}
        return {**super().changes, **more}


def _tag_field(tag: Tag, language: str) -> forms.CharField:
    label = pgettext("story form", "“%(tag)s” in %(language)s") % {
        "tag": tag.name,
        "language": autonym(language),
    }
    return forms.CharField(
        label=label, required=False, max_length=_LONGEST_TAG, widget=forms.TextInput(attrs={"dir": "auto"})
    )


class SendBackForm(forms.Form):
    """What a second reader wants to be changed."""

    words = forms.CharField(
        label=pgettext_lazy("translation", "What should be changed"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
        help_text=pgettext_lazy(
            "translation", "Who translated it reads this, and everybody who reads the draft."
        ),
        error_messages={"required": pgettext_lazy("translation", "Say what should be changed.")},
    )

"""Forms about tags and groups of tags."""

from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import pgettext_lazy

from space.accounts.models import Trust
from space.accounts.readers import Reader
from space.discuss.models import Tag, TagGroup
from space.discuss.tagging.wanted import LONGEST, tag_name
from space.discuss.trust_words import with_number
from space.kit.fields import one_line


class WordForm(forms.Form):
    """A word: what a tag is called, or another word for it."""

    word = forms.CharField(
        label=pgettext_lazy("tag", "Word"),
        max_length=LONGEST,
        widget=forms.TextInput({"dir": "auto", "autocomplete": "off", "autocapitalize": "none"}),
    )

    def clean_word(self) -> str:
        name = tag_name(self.cleaned_data["word"])
        if not name:
            text = pgettext_lazy("tag", "Write a word. Signs such as / ? # have a meaning in addresses.")
            raise ValidationError(text, code="empty")
        return name


class RenameForm(WordForm):
    word = forms.CharField(
        label=pgettext_lazy("tag", "New name"),
        help_text=pgettext_lazy("tag", "The old one goes on leading here."),
        max_length=LONGEST,
        widget=WordForm.base_fields["word"].widget,
    )


class SynonymForm(WordForm):
    word = forms.CharField(
        label=pgettext_lazy("tag", "Another word for it"),
        help_text=pgettext_lazy("tag", "Who types it gets this tag."),
        max_length=LONGEST,
        widget=WordForm.base_fields["word"].widget,
    )


class MergeForm(WordForm):
    """Gives the tag that another is merged into."""

    word = forms.CharField(
        label=pgettext_lazy("tag", "Merge into"),
        help_text=pgettext_lazy("tag", "All its topics carry that tag from then on. This cannot be undone."),
        max_length=LONGEST,
        widget=WordForm.base_fields["word"].widget,
    )

    def __init__(self, *args: Any, reader: Reader, tag: Tag, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.reader, self.tag = reader, tag

    def clean_word(self) -> Tag:  # type: ignore[override]
        name = super().clean_word()
        found = Tag.objects.visible_to(self.reader).select_related("stands_for").filter(name=name).first()
        into = found and (found.stands_for or found)
        if into is None or into.pk == self.tag.pk:
            text = pgettext_lazy(
                "tag", "“%(word)s” is no other tag here. If this one should be called so, rename it."
            )
            raise ValidationError(text, code="unknown", params={"word": name})
        return into


class ChangesForm(forms.Form):
    """Each field brings along what it said, so that who changes one thing undoes nothing that others change."""

    @property
    def wanted(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self.changed_data}


class DescribeForm(ChangesForm):
    description = forms.CharField(
        label=pgettext_lazy("tag", "Description"),
        help_text=pgettext_lazy("tag", "Stands on the page of the tag and in the list of all."),
        required=False,
        max_length=300,
        widget=forms.Textarea({"rows": 2, "dir": "auto"}),
        show_hidden_initial=True,
    )
    group = forms.ChoiceField(label=pgettext_lazy("tag", "Group"), required=False, show_hidden_initial=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.groups = {str(group.pk): group for group in TagGroup.objects.all()}
        named = [(pk, f"\u2068{group.name}\u2069") for pk, group in self.groups.items()]
        none = pgettext_lazy("tag group", "None")
        cast(forms.ChoiceField, self.fields["group"]).choices = [("", none), *named]

    def clean_description(self) -> str:
        return one_line(self.cleaned_data["description"])

    def clean_group(self) -> TagGroup | None:
        return self.groups.get(self.cleaned_data["group"])


class NewTagForm(DescribeForm, WordForm):
    field_order = ("word", "description", "group")


class TagGroupForm(ChangesForm):
    name = forms.CharField(
        label=pgettext_lazy("tag group", "Name"),
        max_length=60,
        widget=forms.TextInput({"dir": "auto"}),
        show_hidden_initial=True,
    )
    description = forms.CharField(
        label=pgettext_lazy("tag group", "Description"),
        required=False,
        max_length=300,
        widget=forms.Textarea({"rows": 2, "dir": "auto"}),
        show_hidden_initial=True,
    )
    one_a_topic = forms.BooleanField(
        label=pgettext_lazy("tag group", "A topic carries at most one of them"),
        required=False,
        show_hidden_initial=True,
    )
    trust = forms.TypedChoiceField(
        label=pgettext_lazy("tag group", "Trust needed to put one of them on a topic"),
        help_text=pgettext_lazy("tag group", "Moderators of the whole place need none."),
        choices=[(trust.value, with_number(trust)) for trust in Trust],
        coerce=int,
        show_hidden_initial=True,
    )

    def clean_name(self) -> str:
        return one_line(self.cleaned_data["name"])

    def clean_description(self) -> str:
        return one_line(self.cleaned_data["description"])

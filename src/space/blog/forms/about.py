from datetime import date, timedelta
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import pgettext_lazy

from space.accounts.forms.languages import LanguageField
from space.accounts.readers import Reader
from space.blog.actions.describing import About
from space.blog.forms.fields import AuthorsField, RegionsField, authors_typed, regions_typed
from space.blog.models import Story
from space.discuss.tagging.wanted import tags_wanted
from space.kit import clock
from space.kit.rules import Refusal, Verdict
from space.mediawiki.projects import PROJECTS


class AboutFields(forms.Form):
    """What is said about a story beside its words."""

    authors = AuthorsField()
    tags = forms.CharField(
        label=pgettext_lazy("form", "Tags"),
        required=False,
        max_length=1000,
        help_text=pgettext_lazy("form", "Words that help to find it, with commas between them."),
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    projects = forms.MultipleChoiceField(
        label=pgettext_lazy("story form", "Projects"),
        required=False,
        choices=list(PROJECTS.items()),
        widget=forms.CheckboxSelectMultiple,
    )
    regions = RegionsField()
    wanted_on = forms.DateField(
        label=pgettext_lazy("story form", "Day on which you would like it to appear"),
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        help_text=pgettext_lazy("story form", "For what is bound to a day. The editors decide."),
    )
    note = forms.CharField(
        label=pgettext_lazy("story form", "Note to the editors"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        help_text=pgettext_lazy("story form", "What they should know. Who can read the draft can read it."),
    )

    reader: Reader
    # The names of the tags that the story has, whoever gave them.
    has_tags: tuple[str, ...] = ()

    def clean_tags(self) -> list[str]:
        return tags_wanted(self.cleaned_data["tags"], self.reader, has=self.has_tags)

    def clean_wanted_on(self) -> date | None:
        wanted: date | None = self.cleaned_data["wanted_on"]
        # Somewhere it is still yesterday.
        if wanted and "wanted_on" in self.changed_data and wanted < clock.now().date() - timedelta(days=1):
            raise ValidationError(
                pgettext_lazy("story form", "This day is over. Choose a later one."), code="over"
            )
        return wanted

    @property
    def about(self) -> About:
        data = self.cleaned_data
        clears = frozenset() if data["wanted_on"] else frozenset({"wanted_on"})
        return About(
            authors=data["authors"],
            tags=data["tags"],
            projects=data["projects"],
            regions=data["regions"],
            wanted_on=data["wanted_on"],
            note=data["note"],
            language=data.get("language", ""),
            clears=clears,
        )


class AboutForm(AboutFields):
    """The same of a story that is there. Its language can be put right until it has been published."""

    language = LanguageField(label=pgettext_lazy("story form", "Language of the original"))
    field_order = ("authors", "language")

    def __init__(self, *args: Any, reader: Reader, story: Story, verdict: Verdict, **kwargs: Any) -> None:
        self.reader, self.verdict = reader, verdict
        self.has_tags = tuple(tag.name for tag in story.tags.all())
        kwargs["initial"] = {
            "authors": authors_typed(story.authors.all()),
            "tags": ", ".join(self.has_tags),
            "projects": story.projects,
            "regions": regions_typed(story.regions),
            "wanted_on": story.wanted_on,
            "note": story.note,
            "language": story.language,
        }
        super().__init__(*args, **kwargs)
        cast(AuthorsField, self.fields["authors"]).keeps(story.authors.all())
        if story.published_at is not None:
            del self.fields["language"]

    def clean(self) -> dict[str, Any]:
        if isinstance(self.verdict, Refusal):
            raise ValidationError(str(self.verdict.reason), code="refused")
        return self.cleaned_data

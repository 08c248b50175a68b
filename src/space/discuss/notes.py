"""Content notes: what somebody should know before they read a post. Its words are folded behind the note."""

from django import forms
from django.utils.translation import pgettext_lazy

from space.accounts.forms.languages import LanguageField
from space.accounts.readers import Reader
from space.discuss.models import Post
from space.discuss.openings import first_stays
from space.discuss.permissions import can_moderate, can_write
from space.kit.fields import one_line
from space.kit.rules import Refusal, Verdict, first_refusal

# The sign of a post that is folded, which stands for the note also where only words can.
OPEN, FOLDED = '<details class="noted" open>', '<details class="noted">'


class ContentNoteForm(forms.Form):
    note = forms.CharField(
        label=pgettext_lazy("content note", "What somebody should know before they read it"),
        help_text=pgettext_lazy(
            "content note",
            "A few words, such as: spoiler, medical picture, violence. Empty takes the note away.",
        ),
        max_length=Post._meta.get_field("content_note").max_length,
        required=False,
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    language = LanguageField(
        label=pgettext_lazy("content note", "Language of the note"),
        help_text=pgettext_lazy(
            "form", "Type a name or code and choose from the list. Empty where it is none."
        ),
        required=False,
    )

    def clean_note(self) -> str:
        return one_line(self.cleaned_data["note"])


def can_note(reader: Reader, post: Post) -> Verdict:
    """Its author, and moderators; what a moderator put, moderators change. Expects `post.topic.category`."""
    verdict = first_refusal(first_stays(post), can_write(reader))
    if not verdict or can_moderate(reader, post.topic.category):
        return verdict
    if post.author_id != reader.pk:
        return Refusal(
            pgettext_lazy("refusal", "Only its author and moderators put a content note on a post.")
        )
    if post.content_note and post.noted_by_id != reader.pk:
        return Refusal(pgettext_lazy("refusal", "A moderator put this note. Ask them if it should go."))
    return True

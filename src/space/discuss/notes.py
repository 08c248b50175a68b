"""Content notes: what somebody should know before they read a post. Its words are folded behind the note."""

import re

from django import forms
from django.utils.translation import pgettext_lazy

from space.accounts.forms.languages import LanguageField
from space.accounts.readers import Reader
from space.discuss.models import Post
from space.discuss.models.posts import noting
from space.discuss.openings import first_stays
from space.discuss.permissions import can_moderate, can_write
from space.kit.fields import one_line
from space.kit.rules import Refusal, Verdict, first_refusal
from space.markup import FOLDED as FOLDED
from space.markup import notes_in, text_of

# The same for who lets content notes open by themselves.
OPEN = '<details class="noted" open>'
_LANG = re.compile(r'<bdi lang="([^"]*)"')


def noting_of(post: Post, *others: str) -> dict[str, str]:
    """The note before a text of which nothing can be folded by itself: its own, or the first of what it quotes.

    `others` are other versions of its HTML that are shown with it.
    """
    if post.content_note:
        return post.noting
    quoted = notes_in("".join((post.html, *others)))
    if not quoted:
        return noting("", "")
    language = _LANG.match(quoted[0])
    return noting(text_of(quoted[0]).removeprefix("⚠ "), language[1] if language else "")


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

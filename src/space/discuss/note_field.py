"""A content note where one writes: the field of the form, and what it gives a post."""

from collections.abc import Mapping
from typing import Any, cast

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import pgettext_lazy

from space.accounts.models import User
from space.accounts.readers import Reader
from space.discuss.gates import Passed
from space.discuss.models import Post
from space.discuss.text import Text
from space.kit.fields import one_line
from space.languages import guess, mark

AT_MOST = cast(int, Post._meta.get_field("content_note").max_length)
# What gates and forms call it.
NOTE = "content_note"


class NoteField(forms.CharField):
    def __init__(self) -> None:
        super().__init__(
            label=pgettext_lazy("content note", "What somebody should know before they read it"),
            help_text=pgettext_lazy(
                "content note", "A few words, such as: spoiler, medical picture, violence."
            ),
            required=False,
            validators=[MaxLengthValidator(AT_MOST)],
            widget=forms.TextInput(attrs={"dir": "auto"}),
        )

    def to_python(self, value: Any) -> str:
        return one_line(super().to_python(value) or "")


def told_by(note: str, text: Text, *, by: User) -> Mapping[str, Any]:
    """The columns of a post with this note. It is in the language of the text, if it is not surely in another."""
    if not note:
        return {"content_note": "", "note_language": "", "noted_by": None}
    return {"content_note": note, "note_language": language_of(note, text.language, by), "noted_by": by}


def words_of_note(note: str) -> dict[str, str]:
    """What passes the gates beside a text."""
    return {NOTE: note} if note else {}


def passed_words(passed: Passed) -> str:
    """What came through them."""
    return passed.beside.get(NOTE, "")[:AT_MOST]


def language_of(note: str, otherwise: str, by: User | Reader) -> str:
    """Few words are seldom surely of a language: then it is that of the text, unless they run the other way."""
    looks = guess(note, reads=tuple(by.languages))
    if looks.sure:
        return looks.code
    return otherwise if mark(looks.code).dir == mark(otherwise).dir else ""

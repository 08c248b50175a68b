"""Forms of messages."""

import re
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.urls import reverse_lazy
from django.utils.translation import npgettext, pgettext, pgettext_lazy

from space.accounts.models import User
from space.accounts.names import typed_names
from space.accounts.readers import Reader
from space.discuss.forms import WritingForm, clean_title
from space.discuss.numbers import TITLE_AT_MOST
from space.groups.models import Group
from space.groups.standing import belongs
from space.kit.fields import tidy
from space.membership.forms import ReasonForm
from space.messages.numbers import RECIPIENTS_AT_MOST

_BETWEEN = re.compile(r"[\n,،、，;]")


@dataclass(frozen=True)
class Recipients:
    """To whom somebody writes."""

    people: tuple[User, ...] = ()
    groups: tuple[Group, ...] = ()


class RecipientsField(forms.CharField):
    """Names of people and of groups to which one belongs, with commas between them or on lines of their own."""

    reader: Reader
    completes = reverse_lazy("messages:complete")

    def clean(self, value: object) -> Recipients:
        names = typed_names(_BETWEEN.split(tidy(str(super().clean(value)))))
        people = User.objects.named(names)
        people = {name: person for name, person in people.items() if person.pk != self.reader.pk}
        groups = {one.name: one for one in groups_to_write_to(self.reader) if one.name in names}
        text = pgettext(
            "message", "There is no other person “%(name)s” here, and no group of yours with this name."
        )
        if missing := [name for name in names if name not in people and name not in groups]:
            raise ValidationError(
                [ValidationError(text, code="unknown", params={"name": name}) for name in missing]
            )
        if len(names) > (most := RECIPIENTS_AT_MOST()):
            told = npgettext(
                "message",
                "A message goes to at most %(n)d person or group.",
                "A message goes to at most %(n)d people and groups.",
                most,
            )
            raise ValidationError(told, code="too_many", params={"n": most})
        return Recipients(
            tuple(dict.fromkeys(people[name] for name in names if name in people)),
            tuple(groups[name] for name in names if name in groups and name not in people),
        )


def groups_to_write_to(reader: Reader) -> list[Group]:
    """Those that one belongs to, and in which people still write."""
    mine = Group.objects.visible_to(reader).filter(pk__in=reader.groups, closed_at=None, ends_at=None)
    return [one for one in mine if belongs(reader, one.pk)]


def _to() -> RecipientsField:
    return RecipientsField(
        label=pgettext_lazy("message", "To"),
        help_text=pgettext_lazy(
            "message", "Names of people, or of groups that you belong to, with commas between them."
        ),
        max_length=6_000,
        error_messages={"required": pgettext_lazy("message", "Say to whom you write.")},
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )


class MessageForm(WritingForm):
    """The first words of a private conversation."""

    to = _to()
    title = forms.CharField(
        label=pgettext_lazy("message", "What it is about"),
        validators=[MaxLengthValidator(TITLE_AT_MOST)],
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    field_order = ("to", "title", "text", "language")

    def __init__(self, *args: Any, reader: Reader, **kwargs: Any) -> None:
        super().__init__(*args, reader=reader, **kwargs)
        self.fields["to"].reader = reader  # type: ignore[attr-defined]

    def clean_title(self) -> str:
        return clean_title(self.cleaned_data["title"])


class AddForm(forms.Form):
    """More people, and the words that they read first."""

    to = _to()
    text = forms.CharField(
        label=pgettext_lazy("message", "What they read first"),
        help_text=pgettext_lazy(
            "message",
            "Everybody in the conversation reads it. Those who are new read nothing from before it.",
        ),
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
    )

    def __init__(self, *args: Any, reader: Reader, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].reader = reader  # type: ignore[attr-defined]


class OpenForm(ReasonForm):
    """Why staff open a private conversation."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].label = pgettext_lazy("message", "Why do you open this conversation?")
        self.fields["reason"].help_text = pgettext_lazy(
            "message", "Everybody in it reads this, with your name. It stands in the log."
        )

"""Forms about a category. They tell what was changed, and what that said when it was shown."""

import re
from collections.abc import Iterator
from typing import Any, cast
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import pgettext_lazy

from space import languages
from space.accounts.models import Trust
from space.accounts.readers import Reader
from space.discuss.arranging.fields import Pictures, RoomAbove, Swatches
from space.discuss.arranging.words import ICONS, LABELS, TONES
from space.discuss.models import Approval, Audience, Category, Door, FirstList, Topic
from space.discuss.rooms import rooms_as_they_are
from space.discuss.text import slug_of
from space.discuss.trust_words import with_number
from space.kit.fields import one_line, tidy

_TOPIC = re.compile(r"/t/(?:[^/]+/)?(\d{1,15})|^(\d{1,15})$")
_TRUST = [(trust.value, with_number(trust)) for trust in Trust]
# What makes an archive one is not for this form.
_OF_THE_LIVING = (
    "who_starts",
    "trust_to_start",
    "who_replies",
    "trust_to_reply",
    "approval",
    "in_latest",
    "noindex",
    "template",
)


def _languages() -> Iterator[tuple[str, Any]]:
    yield "", pgettext_lazy("category", "None in particular")
    for one in languages.choices():
        yield one.code, f"\u2068{one.autonym}\u2069 ({one.code})"


class RoomForm(forms.Form):
    """Each field brings along what it said, so that who changes one thing undoes nothing that others change."""

    name = forms.CharField(
        label=LABELS["name"], max_length=80, widget=forms.TextInput({"dir": "auto"}), show_hidden_initial=True
    )
    description = forms.CharField(
        label=LABELS["description"],
        help_text=pgettext_lazy(
            "category", "What it is for, in a sentence or two, in the language of its people."
        ),
        required=False,
        max_length=1000,
        widget=forms.Textarea({"rows": 3, "dir": "auto"}),
        show_hidden_initial=True,
    )
    rewrite = forms.BooleanField(
        label=pgettext_lazy("category", "Let the About topic say the new description too"),
        help_text=pgettext_lazy(
            "category", "Its first post is replaced; what it said before stays in its history."
        ),
        required=False,
    )
    language = forms.ChoiceField(
        label=LABELS["language"],
        help_text=pgettext_lazy("category", "Of the name and the description."),
        choices=_languages,
        required=False,
        show_hidden_initial=True,
    )
    tone = forms.TypedChoiceField(
        label=LABELS["tone"],
        choices=list(TONES.items()),
        coerce=int,
        widget=Swatches,
        show_hidden_initial=True,
    )
    icon = forms.ChoiceField(label=LABELS["icon"], required=False, widget=Pictures, show_hidden_initial=True)
    parent = RoomAbove(label=LABELS["parent"], required=False, show_hidden_initial=True)
    who_starts = forms.ChoiceField(
        label=LABELS["who_starts"],
        choices=Door.choices,
        show_hidden_initial=True,
    )
    trust_to_start = forms.TypedChoiceField(
        label=LABELS["trust_to_start"], choices=_TRUST, coerce=int, show_hidden_initial=True
    )
    who_replies = forms.ChoiceField(
        label=LABELS["who_replies"], choices=Door.choices, show_hidden_initial=True
    )
    trust_to_reply = forms.TypedChoiceField(
        label=LABELS["trust_to_reply"],
        choices=_TRUST,
        coerce=int,
        show_hidden_initial=True,
    )
    approval = forms.TypedChoiceField(
        label=LABELS["approval"],
        help_text=pgettext_lazy(
            "category", "New topics and replies stand in the review queue until somebody lets them appear."
        ),
        choices=Approval.choices,
        required=False,
        empty_value=Approval.NONE.value,
        show_hidden_initial=True,
    )
    first_list = forms.ChoiceField(
        label=LABELS["first_list"], choices=FirstList.choices, show_hidden_initial=True
    )
    in_latest = forms.BooleanField(
        label=pgettext_lazy("category", "Its topics stand in Latest and the other lists of everything"),
        required=False,
        show_hidden_initial=True,
    )
    noindex = forms.BooleanField(label=LABELS["noindex"], required=False, show_hidden_initial=True)
    template = forms.CharField(
        label=LABELS["template"],
        help_text=pgettext_lazy(
            "category", "What every topic here should answer. Writers may change all of it."
        ),
        required=False,
        max_length=4000,
        widget=forms.Textarea({"rows": 6, "dir": "auto"}),
        show_hidden_initial=True,
    )

    def __init__(self, data: Any = None, *, reader: Reader, room: Category) -> None:
        super().__init__(data, initial=_initial(room))
        self.room = room
        self._offer_parents(
            [one.category for one in rooms_as_they_are(reader) if one.category.parent_id is None]
        )
        known = ICONS if room.icon in ICONS else {**ICONS, room.icon: room.icon}
        cast(forms.ChoiceField, self.fields["icon"]).choices = list(known.items())
        for name in self._left_out():
            del self.fields[name]

    def _offer_parents(self, tops: list[Category]) -> None:
        above = cast(RoomAbove, self.fields["parent"])
        at_top = pgettext_lazy("category", "Nothing: it stands at the top")
        above.let([one for one in tops if one.pk != self.room.pk], at_top=at_top)

    def _left_out(self) -> set[str]:
        out = set(_OF_THE_LIVING) if self.room.is_archive else set()
        return out if self.room.about_id else out | {"rewrite"}

    def clean_name(self) -> str:
        return one_line(self.cleaned_data["name"])

    def clean_description(self) -> str:
        return tidy(self.cleaned_data["description"]).strip()

    def clean_template(self) -> str:
        return tidy(self.cleaned_data["template"]).strip()

    @property
    def wanted(self) -> dict[str, Any]:
        """What the action takes: all that is another than it was when the form was shown."""
        return self._as_columns({name: self.cleaned_data[name] for name in self._changed()})

    @property
    def seen(self) -> dict[str, Any]:
        """What the same said when the form was shown."""
        return self._as_columns({name: self._shown(name) for name in self._changed()})

    @property
    def rewrites_about(self) -> bool:
        return bool(self.cleaned_data.get("rewrite"))

    def add_error(self, field: str | None, error: Any) -> None:
        """An action names columns, of which the form shows one the other way round, and some not at all."""
        if hasattr(error, "error_dict"):
            named = {"suppressed_from_latest": "in_latest"}
            for column, errors in error.error_dict.items():
                name = named.get(column, column)
                super().add_error(name if name in self.fields else None, errors)
        else:
            super().add_error(field, error)

    def see_again(self, room: Category) -> None:
        """Let the form be sent once more, after its sender was told what others changed meanwhile."""
        now = {name: value for name, value in _initial(room).items() if name in self.fields}
        shown = {self[name].html_initial_name: self.fields[name].prepare_value(now[name]) for name in now}
        self.data = {**self.data.dict(), **shown}  # type: ignore[attr-defined]

    def _changed(self) -> list[str]:
        return [name for name in self.changed_data if name != "rewrite"]

    def _shown(self, name: str) -> Any:
        field = self.fields[name]
        typed = field.hidden_widget().value_from_datadict(self.data, self.files, self[name].html_initial_name)
        try:
            value = field.clean(typed) if field.required else field.to_python(typed)
        except ValidationError:
            return typed
        return tidy(value) if isinstance(value, str) else value

    def _as_columns(self, values: dict[str, Any]) -> dict[str, Any]:
        if "parent" in values:
            values["parent"] = cast(RoomAbove, self.fields["parent"]).room(values["parent"])
        if "in_latest" in values:
            values["suppressed_from_latest"] = not values.pop("in_latest")
        return values


class NewRoomForm(RoomForm):
    """Who may see it is chosen once: topics inside would keep what it was."""

    slug = forms.CharField(
        label=pgettext_lazy("category", "Words in its address"),
        help_text=pgettext_lazy("category", "Without any they are made of the name. They stay as they are."),
        required=False,
        max_length=80,
        widget=forms.TextInput({"dir": "auto"}),
    )
    audience = forms.ChoiceField(
        label=pgettext_lazy("category", "Who sees it"),
        help_text=pgettext_lazy("category", "This holds for good."),
        choices=[
            (Audience.PUBLIC.value, pgettext_lazy("audience", "Everyone")),
            (Audience.MEMBERS.value, pgettext_lazy("audience", "Everyone who has signed in")),
        ],
        initial=Audience.PUBLIC.value,
    )
    tell = forms.BooleanField(
        label=pgettext_lazy("category", "Begin an About topic with the description"),
        help_text=pgettext_lazy(
            "category",
            "It stands on top, and people can ask there. A category with a topic can be closed, but not deleted.",
        ),
        required=False,
        initial=True,
    )
    field_order = ("name", "slug", "description", "tell", "language", "audience", "parent")

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        data["slug"] = slug_of(data.get("slug") or data.get("name", ""))
        return data

    @property
    def given(self) -> dict[str, Any]:
        own = {"slug", "tell"}
        return self._as_columns({name: value for name, value in self.cleaned_data.items() if name not in own})

    @property
    def has_about(self) -> bool:
        """There is nothing to begin it with where nothing was written."""
        return bool(self.cleaned_data["tell"] and self.cleaned_data["description"])


class MakeAboutForm(forms.Form):
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)


class AboutForm(forms.Form):
    """Which topic says what a category is for: one that stands there already."""

    topic = forms.CharField(
        label=pgettext_lazy("category", "Address of a topic in this category"),
        max_length=500,
        widget=forms.TextInput({"dir": "ltr", "autocomplete": "off"}),
    )

    def __init__(self, *args: Any, reader: Reader, room: Category, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.reader, self.room = reader, room

    def clean_topic(self) -> Topic:
        told = _TOPIC.search(self.cleaned_data["topic"])
        number = int(told[1] or told[2]) if told else 0
        found = Topic.objects.visible_to(self.reader).filter(category=self.room, pk=number).first()
        if found is None:
            text = pgettext_lazy("category", "This is no address of a topic in this category.")
            raise ValidationError(text, code="unknown")
        return found


def _initial(room: Category) -> dict[str, Any]:
    own = {"rewrite", "in_latest"}
    same = {name: getattr(room, name) for name in RoomForm.base_fields if name not in own}
    return {**same, "in_latest": not room.suppressed_from_latest}

"""The form of an event: three things are needed, all others can follow."""

from collections.abc import Mapping
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.utils.datastructures import MultiValueDict
from django.utils.translation import npgettext, pgettext, pgettext_lazy

from space.accounts.readers import Reader
from space.discuss.forms import WritingForm, clean_title
from space.discuss.numbers import TITLE_AT_MOST
from space.discuss.room_field import RoomField
from space.discuss.tagging.wanted import tags_wanted
from space.events.forms.fields import PeopleField, SpokenField
from space.events.forms.repeating import AS_IT_IS
from space.events.forms.when import WhenFields
from space.events.forms.where import WhereFields
from space.events.models import Event, Status, Type
from space.events.numbers import GUESTS_MAY_COME
from space.events.plan import Plan
from space.kit.fields import one_line, tidy
from space.kit.rules import Verdict
from space.mediawiki.projects import PROJECTS
from space.notifications.mail import is_set_up

MOST_TYPES = 2
YES, NO = "yes", "no"
GUESTS = (
    (YES, pgettext_lazy("event form", "They can come")),
    (NO, pgettext_lazy("event form", "They need an account")),
)
# What unfolds: each part with the fields that stand in it.
PARTS: dict[str, tuple[str, ...]] = {
    "text": ("text", "language"),
    "repeats": ("repeats", "every", "weekdays", "ends", "until", "times", "more_days"),
    "place": ("address", "region", "point"),
    "about": ("types", "projects", "spoken", "wiki_url", "tags"),
    "people": ("organisers", "capacity", "guests", "category"),
}
SEVERAL = ("weekdays", "types", "projects")
_TICKED = ("all_day", "tentative", "place_follows", "online_for_going")


def guests_typed(may_come: bool | None) -> str:
    return "" if may_come is None else YES if may_come else NO


class EventForm(WritingForm, WhenFields, WhereFields):
    title = forms.CharField(
        label=pgettext_lazy("event form", "What is it called?"),
        validators=[MaxLengthValidator(TITLE_AT_MOST)],
        widget=forms.TextInput(attrs={"dir": "auto"}),
        error_messages={"required": pgettext_lazy("event form", "Give it a name.")},
    )
    tentative = forms.BooleanField(
        label=pgettext_lazy("event form", "This is a plan that can still change"),
        required=False,
        help_text=pgettext_lazy("event form", "Others see the day and keep clear of it."),
    )
    types = forms.MultipleChoiceField(
        label=pgettext_lazy("event form", "What kind of event it is"),
        choices=Type.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=pgettext_lazy("event form", "At most two."),
    )
    projects = forms.MultipleChoiceField(
        label=pgettext_lazy("event form", "Projects"),
        choices=list(PROJECTS.items()),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    spoken = SpokenField(
        label=pgettext_lazy("event form", "Languages that are spoken there"),
        required=False,
        max_length=500,
        help_text=pgettext_lazy("event form", "Their names or codes, with commas between them."),
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    wiki_url = forms.URLField(
        label=pgettext_lazy("event form", "Its page on a wiki"),
        required=False,
        max_length=500,
        assume_scheme="https",
        widget=forms.URLInput(attrs={"dir": "ltr"}),
    )
    tags = forms.CharField(
        label=pgettext_lazy("form", "Tags"),
        required=False,
        max_length=1000,
        help_text=pgettext_lazy("form", "Words that help to find it, with commas between them."),
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    organisers = PeopleField(
        label=pgettext_lazy("event form", "Organisers"),
        required=False,
        max_length=3_000,
        help_text=pgettext_lazy(
            "event form", "One name a line. They can change the event too. Who adds it is the first."
        ),
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
    )
    capacity = forms.IntegerField(
        label=pgettext_lazy("event form", "How many people can come"),
        required=False,
        min_value=1,
        max_value=1_000_000,
        help_text=pgettext_lazy("event form", "Nothing, where everybody can."),
        widget=forms.NumberInput(attrs={"class": "short"}),
    )
    guests = forms.ChoiceField(
        label=pgettext_lazy("event form", "People without an account"),
        required=False,
        help_text=pgettext_lazy(
            "event form",
            "They say by mail that they come, and confirm it. You see their names, and never their addresses.",
        ),
    )
    category = RoomField(
        label=pgettext_lazy("form", "Category"),
        empty_label=pgettext_lazy("event form", "Events"),
        required=False,
    )

    def __init__(
        self, *args: Any, reader: Reader, verdict: Verdict, has_tags: tuple[str, ...] = (), **kwargs: Any
    ) -> None:
        self.reader, self.has_tags = reader, has_tags
        super().__init__(*args, reader=reader, verdict=verdict, **kwargs)
        for name in SEVERAL:
            if isinstance(begun := self.initial.get(name), str):
                self.initial[name] = begun.split()
        # A title with day and place says enough.
        self.fields["text"].required = False
        self.fields["text"].widget.attrs["rows"] = 10
        self._offer_guests()
        self.offer_zones(str(self.initial.get("zone", "")))
        self.offer_countries()
        if "category" in self.fields:
            cast(RoomField, self.fields["category"]).let(reader, asked=self.initial.get("category"))

    def show_again(self, typed: Mapping[str, str]) -> None:
        super().show_again(typed)
        if isinstance(typed, MultiValueDict):
            several = {name: typed.getlist(name) for name in SEVERAL}
            self.initial = {**self.initial, **several, **{name: name in typed for name in _TICKED}}

    def clean_title(self) -> str:
        return clean_title(self.cleaned_data["title"])

    def clean_text(self) -> str:
        return tidy(self.cleaned_data["text"])

    def clean_types(self) -> tuple[str, ...]:
        types: list[str] = self.cleaned_data["types"]
        if len(types) > MOST_TYPES:
            text = npgettext("event form", "Choose at most %(n)d.", "Choose at most %(n)d.", MOST_TYPES)
            raise ValidationError(text, code="too_many", params={"n": MOST_TYPES})
        return tuple(types)

    def clean_tags(self) -> list[str]:
        return tags_wanted(self.cleaned_data["tags"], self.reader, has=self.has_tags)

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        self.settle_place()
        self.settle_zone()
        self.clean_when()
        self.clean_where()
        return data

    def plan(self, before: Plan | None = None) -> Plan:
        """All that was decided; of what the form does not ask it stays as it was `before`."""
        data, span = self.cleaned_data, self.cleaned_data["span"]
        where = self.where
        if before and not where.get("geoname") and before.place == where.get("place"):
            where["geoname"] = before.geoname
        return Plan(
            first_day=span.first_day,
            last_day=span.last_day,
            first_time=span.first_time,
            last_time=span.last_time,
            zone=data["zone"],
            rule=data["rule"],
            more_days=data["more_days"],
            status=self._status(before),
            types=data["types"],
            projects=tuple(data["projects"]),
            languages=data["spoken"],
            wiki_url=data["wiki_url"],
            capacity=data["capacity"],
            guests_may_come=self._guests(before),
            **where,
        )

    def _offer_guests(self) -> None:
        """Where no letter can go out nobody can confirm that they come."""
        if not is_set_up():
            del self.fields["guests"]
            return
        usual = pgettext("event form", "As usual here: they can come")
        if not GUESTS_MAY_COME():
            usual = pgettext("event form", "As usual here: they need an account")
        cast(forms.ChoiceField, self.fields["guests"]).choices = [("", usual), *GUESTS]

    def _guests(self, before: Plan | None) -> bool | None:
        if "guests" not in self.fields:
            return before.guests_may_come if before else None
        return {YES: True, NO: False}.get(self.cleaned_data["guests"])

    def _status(self, before: Plan | None) -> str:
        """What is cancelled stays so until somebody says that it takes place."""
        if before and before.status == Status.CANCELLED:
            return before.status
        return Status.TENTATIVE if self.cleaned_data["tentative"] else Status.CONFIRMED

    @property
    def words(self) -> dict[str, Any]:
        data = self.cleaned_data
        return {name: data[name] for name in ("title", "text", "language", "tags", "organisers")}

    @property
    def open_parts(self) -> dict[str, bool]:
        """Which parts stand open: those that hold something, or something wrong."""
        return {part: any(map(self._says_something, names)) for part, names in PARTS.items()}

    def _says_something(self, name: str) -> bool:
        if name not in self.fields or name == "language":
            return name in self.errors
        value = self[name].value()
        return name in self.errors or bool(value if not isinstance(value, str) else value.strip())


class ChangeForm(EventForm):
    """The same of an event that is there, with a word on why. It stays in its category."""

    category = None  # type: ignore[assignment]
    summary = forms.CharField(
        label=pgettext_lazy("event form", "Why you change it"),
        required=False,
        max_length=500,
        help_text=pgettext_lazy(
            "event form", "Who is going reads it where day, time or place change. It stays in the history."
        ),
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    # The number of the version of its history from which the form was made.
    began = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0, max_value=2**31 - 1)

    def __init__(self, *args: Any, event: Event, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisers"].required = True
        if event.rule:
            self._keep_rule_of(event)

    def _keep_rule_of(self, event: Event) -> None:
        if AS_IT_IS in {self.initial.get("repeats"), self.data.get("repeats")}:
            self.keep_rule(event.rule)

    def clean_summary(self) -> str:
        return one_line(self.cleaned_data["summary"])


class LaterForm(ChangeForm):
    """The same of one date of what repeats and all later ones."""

    # The day by which the date is named, for the draft.
    of = forms.CharField(widget=forms.HiddenInput, required=False, max_length=10)

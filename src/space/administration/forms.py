"""A form for each kind of setting. Each gives the value that was chosen; the kind says what is wrong with it."""

from typing import Any, ClassVar, cast

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import pgettext_lazy

from space.administration.texts import drawn, said
from space.community.kinds import Choice, Countries, Kind, Number, Order, Riddles, ShortText, Texts, YesNo
from space.community.notices import Level, Notice, OneNotice
from space.community.pictures import OnePicture
from space.community.registry import Definition, TextDefinition
from space.community.said import Said
from space.languages import bcp47, direction, find_regions, region_name
from space.uploads import refusals

_NEW = pgettext_lazy("setting", "New value")


class SettingForm(forms.Form):
    """`now` is the value that holds; `seen` says which change it came from, so that nobody overwrites another's."""

    takes_files: ClassVar[bool] = False
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, data: Any = None, files: Any = None, *, definition: Definition[Any], now: Any, seen: str
    ) -> None:
        super().__init__(data, files, initial={"seen": seen, **self.filled(definition, now)})
        self.definition = definition
        self.chosen: Any = None

    def filled(self, definition: Definition[Any], now: Any) -> dict[str, Any]:
        return {"value": now}

    def given(self, data: dict[str, Any]) -> Any:
        """The value out of the fields."""
        return data["value"]

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        if not self.errors:
            try:
                self.chosen = self.definition.kind.checked(self.given(data))
            except ValidationError as error:
                self.add_error("value" if "value" in self.fields else None, error)
        return data

    def see_again(self, seen: str) -> None:
        """Let the form be sent once more, after its sender was told what others changed meanwhile."""
        self.data = {**self.data.dict(), "seen": seen}  # type: ignore[attr-defined]


class NumberForm(SettingForm):
    value = forms.IntegerField(label=_NEW)

    def __init__(self, *args: Any, definition: Definition[Any], **kwargs: Any) -> None:
        super().__init__(*args, definition=definition, **kwargs)
        kind = cast(Number, definition.kind)
        field = self.fields["value"]
        field.help_text = kind.bounds()
        field.error_messages |= {"invalid": kind.bounds(), "required": kind.bounds()}
        field.widget.attrs |= {"inputmode": "numeric", "class": "short"}


class YesNoForm(SettingForm):
    value = forms.TypedChoiceField(
        label=_NEW,
        choices=[("yes", pgettext_lazy("setting", "yes")), ("no", pgettext_lazy("setting", "no"))],
        coerce=lambda word: word == "yes",
        widget=forms.RadioSelect,
    )

    def filled(self, definition: Definition[Any], now: Any) -> dict[str, Any]:
        return {"value": "yes" if now else "no"}


class ChoiceForm(SettingForm):
    value = forms.ChoiceField(label=_NEW, widget=forms.RadioSelect)

    def __init__(self, *args: Any, definition: Definition[Any], **kwargs: Any) -> None:
        super().__init__(*args, definition=definition, **kwargs)
        options = cast(Choice, definition.kind).options
        cast(forms.ChoiceField, self.fields["value"]).choices = options


class OrderForm(SettingForm):
    """A field for each word: its place, or none."""

    def __init__(self, *args: Any, definition: Definition[Any], **kwargs: Any) -> None:
        super().__init__(*args, definition=definition, **kwargs)
        options = cast(Order, definition.kind).options
        for name, label in options:
            self.fields[f"place_{name}"] = _place_field(label, len(options))

    def filled(self, definition: Definition[Any], now: Any) -> dict[str, Any]:
        return {f"place_{name}": str(place) for place, name in enumerate(now, start=1)}

    def given(self, data: dict[str, Any]) -> Any:
        """By their places; of two that want the same the one that stands first here comes first."""
        names = [name for name, _ in cast(Order, self.definition.kind).options]
        places = {name: int(place) for name in names if (place := data.get(f"place_{name}"))}
        return tuple(sorted(places, key=places.__getitem__))


class ShortTextForm(SettingForm):
    value = forms.CharField(label=_NEW, max_length=200, widget=forms.TextInput(attrs={"dir": "auto"}))


class CountriesForm(SettingForm):
    value = forms.CharField(
        label=_NEW,
        required=False,
        max_length=5_000,
        help_text=pgettext_lazy("setting", "Their names, with commas between them. Empty: none."),
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
    )

    def filled(self, definition: Definition[Any], now: Any) -> dict[str, Any]:
        return {"value": ", ".join(map(region_name, now))}

    def clean_value(self) -> tuple[str, ...]:
        found, wrong = find_regions(self.cleaned_data["value"])
        text = pgettext_lazy("setting", "We know no country of the name “%(name)s”.")
        if wrong:
            raise ValidationError(
                [ValidationError(text, code="unknown", params={"name": word}) for word in wrong]
            )
        return tuple(found)


class PictureForm(SettingForm):
    takes_files = True
    # A file that was too large has not even come through, so it is for us to say that there is none.
    value = forms.FileField(
        label=pgettext_lazy("setting", "New picture"), required=False, allow_empty_file=True
    )

    def __init__(self, *args: Any, too_large: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.too_large = too_large

    def filled(self, definition: Definition[Any], now: Any) -> dict[str, Any]:
        return {}

    def given(self, data: dict[str, Any]) -> Any:
        if self.too_large:
            raise refusals.too_large()
        if not data["value"]:
            raise refusals.nothing_sent()
        return drawn(data["value"])


class TextsForm(SettingForm):
    """One field for each language of the interface. They hold what is shown now; what is left as it came is ours."""

    def __init__(self, *args: Any, definition: Definition[Any], **kwargs: Any) -> None:
        super().__init__(*args, definition=definition, **kwargs)
        for code, _ in settings.LANGUAGES:
            self.fields[f"text_{code}"] = _text_field(code, self.kind_of_texts(definition))

    def kind_of_texts(self, definition: Definition[Any]) -> Texts:
        return cast(Texts, definition.kind)

    def filled(self, definition: Definition[Any], now: Any) -> dict[str, Any]:
        ours = cast(TextDefinition, definition).ours
        return {f"text_{code}": (now.get(code) or ours(code)).source for code, _ in settings.LANGUAGES}

    def given(self, data: dict[str, Any]) -> Any:
        ours = cast(TextDefinition, self.definition).ours
        return {code: text for code, text in self.texts(data).items() if text.source != ours(code).source}

    def preview(self) -> list[Said]:
        """What was typed, as it will look; without what was refused."""
        return [text for text in self.texts(self.cleaned_data).values() if text.source]

    def texts(self, data: dict[str, Any]) -> dict[str, Said]:
        rich = self.kind_of_texts(self.definition).rich
        typed = {code: data.get(f"text_{code}", "") for code, _ in settings.LANGUAGES}
        return {code: said(code, text, rich=rich) for code, text in typed.items()}


class NoticeForm(TextsForm):
    level = forms.ChoiceField(
        label=pgettext_lazy("banner", "How loud"), choices=Level.choices, widget=forms.RadioSelect
    )
    since = forms.DateTimeField(
        label=pgettext_lazy("banner", "From"),
        help_text=pgettext_lazy("banner", "In your time zone. Without it the banner begins at once."),
        required=False,
        widget=forms.DateTimeInput({"type": "datetime-local", "class": "moment"}, "%Y-%m-%dT%H:%M"),
    )
    until = forms.DateTimeField(
        label=pgettext_lazy("banner", "Until"),
        help_text=pgettext_lazy("banner", "Without it the banner stays until somebody empties its texts."),
        required=False,
        widget=forms.DateTimeInput({"type": "datetime-local", "class": "moment"}, "%Y-%m-%dT%H:%M"),
    )
    field_order = ("seen",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields(
            ["seen", *(f"text_{code}" for code, _ in settings.LANGUAGES), "level", "since", "until"]
        )

    def kind_of_texts(self, definition: Definition[Any]) -> Texts:
        return cast(OneNotice, definition.kind).words

    def filled(self, definition: Definition[Any], now: Any) -> dict[str, Any]:
        if now is None:
            return {"level": Level.INFO}
        words = {f"text_{code}": text.source for code, text in now.texts.items()}
        return {**words, "level": now.level, "since": now.since, "until": now.until}

    def given(self, data: dict[str, Any]) -> Any:
        return Notice(self.texts(data), data["level"], data["since"], data["until"])


def _text_field(code: str, kind: Texts) -> forms.CharField:
    attrs = {"lang": bcp47(code), "dir": direction(code), "rows": 16 if kind.at_most > 2_000 else 3}
    return forms.CharField(
        label=dict(settings.LANGUAGES)[code],
        required=False,
        max_length=kind.at_most,
        widget=forms.Textarea(attrs),
    )


def _place_field(label: Any, most: int) -> forms.ChoiceField:
    places = [("", pgettext_lazy("setting", "not shown")), *((str(n), str(n)) for n in range(1, most + 1))]
    return forms.ChoiceField(label=label, choices=places, required=False)


_FORMS: dict[type[Kind[Any]], type[SettingForm]] = {
    Number: NumberForm,
    YesNo: YesNoForm,
    Choice: ChoiceForm,
    Order: OrderForm,
    Countries: CountriesForm,
    ShortText: ShortTextForm,
    OnePicture: PictureForm,
    Texts: TextsForm,
    Riddles: TextsForm,
    OneNotice: NoticeForm,
}


def form_of(definition: Definition[Any]) -> type[SettingForm]:
    return _FORMS[type(definition.kind)]

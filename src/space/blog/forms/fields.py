"""What several forms of stories ask: who wrote it, and where in the world it plays."""

from collections.abc import Iterable

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import npgettext, pgettext, pgettext_lazy

from space.accounts.models import User
from space.blog.actions.describing import Named
from space.blog.models import Author
from space.kit.fields import one_line
from space.languages import find_regions, region_name

MOST_AUTHORS, MOST_REGIONS = 20, 20


class AuthorsField(forms.CharField):
    """One author a line: with an @ a person who has an account here, else a guest."""

    def __init__(self) -> None:
        super().__init__(
            label=pgettext_lazy("story form", "Authors"),
            required=False,
            max_length=3_000,
            help_text=pgettext_lazy(
                "story form",
                "One a line, in the order of the by-line. With an @ before the name it is somebody who has an account "
                "here, and who may write in this story; without it a guest.",
            ),
            widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
        )
        # Whoever is named already stays: also who has left since.
        self.named: dict[str, User] = {}
        # A browser would cut a long paste without a word.
        self.widget.attrs.pop("maxlength", None)

    def keeps(self, authors: Iterable[Author]) -> None:
        self.required = True
        self.named = {one.person.name: one.person for one in authors if one.person}

    def clean(self, value: object) -> list[Named]:
        typed = [one_line(line) for line in super().clean(value).splitlines()]
        lines = list(dict.fromkeys(filter(None, typed)))
        names = [line[1:].strip() for line in lines if line.startswith("@")]
        people = self.named | _people(names)
        if missing := [name for name in names if name not in people]:
            raise ValidationError([_unknown(name) for name in missing])
        if len(lines) > MOST_AUTHORS:
            raise ValidationError(_too_many(), code="too_many")
        return [
            Named(people[line[1:].strip()]) if line.startswith("@") else Named(name=line[:120])
            for line in lines
        ]


def authors_typed(authors: Iterable[Author]) -> str:
    """As they stand in the field."""
    return "\n".join(f"@{one.person.name}" if one.person else one.name for one in authors)


class RegionsField(forms.CharField):
    """Names of countries with commas between them, or the world."""

    def __init__(self) -> None:
        super().__init__(
            label=pgettext_lazy("story form", "Countries"),
            required=False,
            max_length=1_000,
            help_text=pgettext_lazy(
                "story form", "Where it plays, with commas between them. Or: the whole world."
            ),
            widget=forms.TextInput(attrs={"dir": "auto"}),
        )

    def clean(self, value: object) -> list[str]:
        found, wrong = find_regions(super().clean(value))
        text = pgettext(
            "story form", "We know no country of the name “%(name)s”. Choose one that is offered."
        )
        if wrong:
            raise ValidationError(
                [ValidationError(text, code="unknown_region", params={"name": word}) for word in wrong]
            )
        return found[:MOST_REGIONS]


def regions_typed(codes: Iterable[str]) -> str:
    return ", ".join(map(region_name, codes))


def _people(names: list[str]) -> dict[str, User]:
    return User.objects.named(names)


def _unknown(name: str) -> ValidationError:
    text = pgettext(
        "story form",
        "Nobody here has the name “%(name)s”. Take the @ away, and it is the name of a guest.",
    )
    return ValidationError(text, code="unknown_person", params={"name": name})


def _too_many() -> str:
    text = npgettext(
        "story form",
        "A story can name %(n)d author. Others can be thanked in the text.",
        "A story can name %(n)d authors. Others can be thanked in the text.",
        MOST_AUTHORS,
    )
    return text % {"n": MOST_AUTHORS}

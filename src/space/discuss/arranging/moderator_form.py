"""Who looks after a category: a person, or a group."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import pgettext_lazy

from space.accounts import names
from space.accounts.models import User
from space.accounts.readers import Reader
from space.groups.models import Group


class PersonForm(forms.Form):
    person = forms.CharField(
        label=pgettext_lazy("moderator", "Name"),
        help_text=pgettext_lazy("moderator", "As it stands on the person's page."),
        max_length=255,
        widget=forms.TextInput({"dir": "auto", "autocomplete": "off"}),
    )

    def clean_person(self) -> User:
        found = person_named(self.cleaned_data["person"])
        if found is None:
            text = pgettext_lazy(
                "moderator", "Nobody here has this name. Capital letters and accents matter."
            )
            raise ValidationError(text, code="unknown")
        return found


def person_named(typed: str) -> User | None:
    """With or without the mark of a local account; where there are both, the local one."""
    name = names.from_address(typed)
    found = User.objects.named([name, names.local_name(name)])
    # Who is called so today goes before who was.
    now = {typed: person for typed, person in found.items() if person.name == typed} or found
    return now[max(now)] if now else None


class ModeratorForm(forms.Form):
    """A group is meant where no person has the name."""

    person = forms.CharField(
        label=pgettext_lazy("moderator", "Name"),
        help_text=pgettext_lazy(
            "moderator",
            "Of a person, as it stands on their page; or of a group: then all its members look after the category.",
        ),
        max_length=255,
        widget=forms.TextInput({"dir": "auto", "autocomplete": "off"}),
    )

    def __init__(self, data: object = None, *, reader: Reader) -> None:
        super().__init__(data)  # type: ignore[arg-type]
        self.reader = reader

    def clean_person(self) -> User | Group:
        typed = self.cleaned_data["person"].removeprefix("@")
        found = person_named(typed) or self._group(typed)
        if found is None:
            text = pgettext_lazy(
                "moderator", "Nobody and no group here has this name. Capital letters and accents matter."
            )
            raise ValidationError(text, code="unknown")
        return found

    def _group(self, typed: str) -> Group | None:
        known = Group.objects.visible_to(self.reader).communities().filter(ends_at=None)
        return known.filter(slug=typed).first() or known.filter(name=typed).order_by("pk").first()

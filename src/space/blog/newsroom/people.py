"""Who is on the editorial board, and who reviews which languages, as a page shows them; and the form that appoints."""

from typing import Any, NamedTuple

from django import forms
from django.utils.translation import pgettext_lazy

from space.accounts.faces import Face, face_of
from space.accounts.models import User
from space.accounts.readers import NOBODY
from space.blog.models import Reviewer
from space.discuss.arranging.moderator_form import PersonForm
from space.groups.models import Group, Office
from space.languages import autonym, find, known, mark
from space.languages.table import canonical

BOARD, REVIEWER = "board", "reviewer"


class InLanguage(NamedTuple):
    code: str
    autonym: str
    lang: str
    people: list[Face]


class RoleForm(PersonForm):
    """A person and what they are to be; a reviewer of a language."""

    role = forms.ChoiceField(
        label=pgettext_lazy("newsroom role", "Role"),
        choices=[
            (REVIEWER, pgettext_lazy("newsroom role", "Reviewer of a language")),
            (BOARD, pgettext_lazy("newsroom role", "Member of the editorial board")),
        ],
        widget=forms.RadioSelect,
        initial=REVIEWER,
    )
    language = forms.CharField(
        label=pgettext_lazy("newsroom role", "Language"),
        help_text=pgettext_lazy(
            "newsroom role", "Its name or code. A member of the board reviews in every language."
        ),
        max_length=100,
        required=False,
        widget=forms.TextInput({"list": "languages-offered", "autocomplete": "off", "dir": "auto"}),
    )

    def clean(self) -> dict[str, Any]:
        if self.cleaned_data.get("role") == REVIEWER:
            code = language_typed(self.cleaned_data.get("language", ""))
            if not code:
                text = pgettext_lazy(
                    "newsroom role", "Name a language that we know, such as “Français” or “fr”."
                )
                self.add_error("language", forms.ValidationError(text, code="unknown"))
            self.cleaned_data["language"] = code
        return self.cleaned_data


def language_typed(typed: str) -> str:
    """A code, a name, or both as lists offer them; empty for what we do not know."""
    typed = typed.strip()
    inside = typed.rpartition("(")[2].rstrip(") ")
    for code in (typed, inside):
        if code and known(code):
            return canonical(code)
    found = find(typed, 1) if typed else []
    return found[0].code if found else ""


def board_url() -> str:
    """Of its page; empty while there is no board yet."""
    group = Group.objects.visible_to(NOBODY).filter(office=Office.EDITORS).first()
    return group.get_absolute_url() if group else ""


def board() -> list[Face]:
    people = User.objects.filter(memberships__group__office=Office.EDITORS, is_active=True)
    return [face_of(one) for one in people.order_by("sort_name", "pk")]


def reviewers() -> list[InLanguage]:
    """By language, in the order of their own names."""
    told: dict[str, list[Face]] = {}
    rows = Reviewer.objects.select_related("person").filter(person__is_active=True).order_by("person__name")
    for one in rows:
        told.setdefault(one.language, []).append(face_of(one.person))
    made = [InLanguage(code, autonym(code), mark(code).lang, people) for code, people in told.items()]
    return sorted(made, key=lambda one: one.autonym.casefold())

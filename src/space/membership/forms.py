from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import pgettext_lazy

from space.accounts.forms.languages import LanguageField, LanguagesField
from space.accounts.models import User
from space.groups.models import Group, Joining, Mentioning, Role
from space.groups.titles import is_staffs
from space.kit.fields import one_line, tidy
from space.membership.numbers import INVITATION_DAYS

_QUESTIONS_AT_MOST = 5
_LONGEST_QUESTION = 200


class Line(forms.CharField):
    """One line, as it is stored."""

    def clean(self, value: Any) -> str:
        return str(super().clean(one_line(value or "")))


class Words(forms.CharField):
    """Several lines."""

    def __init__(self, *, rows: int = 3, **kwargs: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": rows, "dir": "auto"}), **kwargs)

    def clean(self, value: Any) -> str:
        return str(super().clean(tidy(value or "").strip()))


def _reason() -> Words:
    return Words(
        label=pgettext_lazy("group", "Why"),
        max_length=500,
        required=False,
        help_text=pgettext_lazy("group", "The person reads it."),
    )


class AskForm(forms.Form):
    """To be let in: some words, and the group's own questions."""

    words = Words(
        label=pgettext_lazy("group", "A few words about yourself"),
        help_text=pgettext_lazy("group", "Only owners and moderators of the group read them."),
        max_length=1000,
        required=False,
    )

    def __init__(self, *args: Any, group: Group, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.questions = list(group.questions)
        for number, question in enumerate(self.questions):
            self.fields[f"answer-{number}"] = Words(label=question, rows=2, max_length=500)

    def answers(self) -> list[tuple[str, str]]:
        return [
            (question, self.cleaned_data[f"answer-{number}"])
            for number, question in enumerate(self.questions)
        ]


class DecideForm(forms.Form):
    """Yes, or no and why."""

    decision = forms.ChoiceField(
        choices=[("yes", pgettext_lazy("button", "Accept")), ("no", pgettext_lazy("button", "Decline"))]
    )
    reason = _reason()


class InviteForm(forms.Form):
    """One person, by name."""

    person = Line(
        label=pgettext_lazy("group", "Name"),
        help_text=pgettext_lazy("group", "As it stands on their page here."),
        max_length=255,
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )

    def clean_person(self) -> User:
        name = self.cleaned_data["person"].removeprefix("@").replace("_", " ")
        person = User.objects.named([name]).get(name)
        if person is None:
            raise ValidationError(
                pgettext_lazy("group", "Nobody here has this name. Upper and lower case matter."),
                code="nobody",
            )
        return person


class LinkForm(forms.Form):
    """An invitation by link."""

    days = forms.IntegerField(label=pgettext_lazy("group", "Good for how many days"), min_value=1)
    uses = forms.IntegerField(
        label=pgettext_lazy("group", "For how many people"),
        help_text=pgettext_lazy("group", "Leave it empty for as many as hold the link."),
        min_value=1,
        max_value=1000,
        required=False,
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, initial={"days": min(7, INVITATION_DAYS())})
        self.fields["days"].widget.attrs["max"] = INVITATION_DAYS()


class RoleForm(forms.Form):
    role = forms.ChoiceField(label=pgettext_lazy("group role", "Role"), choices=Role)


class ReasonForm(forms.Form):
    """Why staff open a closed group: without a reason nobody does."""

    reason = Words(
        label=pgettext_lazy("group", "Why do you open this group?"),
        help_text=pgettext_lazy("group", "Every member reads this, with your name. It stands in the log."),
        min_length=10,
        max_length=500,
    )


class TakeOutForm(forms.Form):
    reason = _reason()


class GroupForm(forms.Form):
    """What a group is, for its owners to change."""

    name = Line(label=pgettext_lazy("group", "Name"), min_length=3, max_length=120)
    description = Words(
        label=pgettext_lazy("group", "What it is for"),
        help_text=pgettext_lazy("group", "Who knows of the group reads it."),
        max_length=1000,
        required=False,
    )
    language = LanguageField(
        label=pgettext_lazy("group", "Language of its name and purpose"),
        help_text=pgettext_lazy("group", "A name or a code, such as Français or fr."),
        required=False,
    )
    languages = LanguagesField(
        label=pgettext_lazy("group", "Languages that are spoken there"), required=False
    )
    joining = forms.ChoiceField(
        label=pgettext_lazy("group", "How people join"), choices=Joining, widget=forms.RadioSelect
    )
    wider = forms.BooleanField(
        label=pgettext_lazy("group", "Yes, let everybody in to read all that was written before"),
        help_text=pgettext_lazy(
            "group",
            "Needed where people had to ask or be invited until now, and anyone can join from now on. "
            "Those who wrote here trusted that only some would read it.",
        ),
        required=False,
    )
    is_listed = forms.BooleanField(
        label=pgettext_lazy("group", "Everybody may know that the group is there"),
        help_text=pgettext_lazy("group", "Its name and purpose. What is written inside is another question."),
        required=False,
    )
    shows_members = forms.BooleanField(
        label=pgettext_lazy("group", "Everybody may see who belongs to it"),
        help_text=pgettext_lazy("group", "On its page, and on the pages of its members."),
        required=False,
    )
    who_mentions = forms.ChoiceField(
        label=pgettext_lazy("group", "Who calls its members with an @ before its name"),
        help_text=pgettext_lazy(
            "group",
            "Everybody in it who can read the post is told. Works for groups that everybody may know of.",
        ),
        choices=Mentioning,
        widget=forms.RadioSelect,
        required=False,
    )
    questions = Words(
        label=pgettext_lazy("group", "Questions to who asks to join"),
        help_text=pgettext_lazy(
            "group", "One on each line, five at most. Owners and moderators read the answers."
        ),
        max_length=_QUESTIONS_AT_MOST * (_LONGEST_QUESTION + 1),
        required=False,
    )
    title = Line(
        label=pgettext_lazy("group", "Title of its members"),
        help_text=pgettext_lazy("group", "Stands beside their names. Most groups need none."),
        max_length=40,
        required=False,
    )

    @classmethod
    def of(cls, group: Group, data: Any = None) -> "GroupForm":
        first = {name: getattr(group, name) for name in cls.base_fields if name != "wider"}
        form = cls(data, initial={**first, "questions": "\n".join(group.questions)})
        if group.joining == Joining.OPEN:
            del form.fields["wider"]
        return form

    def clean_title(self) -> str:
        title = str(self.cleaned_data["title"])
        if is_staffs(title):
            raise ValidationError(
                pgettext_lazy("group", "This is what staff are called. Choose another title."), code="staff"
            )
        return title

    def clean_who_mentions(self) -> str:
        return str(self.cleaned_data["who_mentions"] or self.initial["who_mentions"])

    def clean(self) -> dict[str, Any]:
        opens = "wider" in self.fields and self.cleaned_data.get("joining") == Joining.OPEN
        if opens and not self.cleaned_data.get("wider"):
            self.add_error("wider", pgettext_lazy("form", "Say here that you want this."))
        return self.cleaned_data

    def clean_questions(self) -> list[str]:
        found = [line for one in self.cleaned_data["questions"].split("\n") if (line := one_line(one))]
        if len(found) > _QUESTIONS_AT_MOST or any(len(one) > _LONGEST_QUESTION for one in found):
            raise ValidationError(
                pgettext_lazy("group", "Five questions at most, each with 200 characters at most."),
                code="many",
            )
        return found


class ProposalForm(forms.Form):
    """Ask for a new closed group."""

    name = Line(label=pgettext_lazy("group", "Name of the group"), min_length=3, max_length=120)
    purpose = Words(
        label=pgettext_lazy("group", "What it is for"),
        help_text=pgettext_lazy("group", "It will stand on the group's page."),
        rows=2,
        min_length=10,
        max_length=500,
    )
    why = Words(
        label=pgettext_lazy("group", "Why it has to be closed"),
        help_text=pgettext_lazy("group", "Only those who decide read this."),
        min_length=10,
        max_length=2000,
    )
    language = LanguageField(
        label=pgettext_lazy("group", "Language of its name and purpose"),
        help_text=pgettext_lazy("group", "A name or a code, such as Français or fr."),
        required=False,
    )
    joining = forms.ChoiceField(
        label=pgettext_lazy("group", "How people join"),
        choices=[one for one in Joining.choices if one[0] != Joining.OPEN],
        initial=Joining.REQUEST,
        widget=forms.RadioSelect,
    )
    is_listed = forms.BooleanField(
        label=pgettext_lazy("group", "Everybody may know that the group is there"),
        initial=True,
        required=False,
    )

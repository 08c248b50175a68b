"""What one wishes of one's lists: which kinds they leave out, and how long a topic is new."""

from typing import Any

from django import forms
from django.utils.translation import npgettext, pgettext, pgettext_lazy

from space.accounts.readers import Reader
from space.discuss.lists.taste import Taste
from space.discuss.lists.wanted import KINDS
from space.discuss.numbers import NEW_DAYS

_DAYS = (1, 2, 3, 7, 14, 30)
_AS_HERE, _SINCE_VISIT = "", "0"


class WishesForm(forms.Form):
    hidden_kinds = forms.MultipleChoiceField(
        label=pgettext_lazy("lists", "Leave out of Latest and New"),
        choices=lambda: list(KINDS.items()),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    new_days = forms.ChoiceField(
        label=pgettext_lazy("lists", "A topic is new"), choices=lambda: new_choices(), required=False
    )

    opens_notes = forms.BooleanField(
        label=pgettext_lazy("lists", "Open content notes by themselves"),
        help_text=pgettext_lazy(
            "lists", "Posts that somebody folded behind a note, such as a spoiler, then stand open for you."
        ),
        required=False,
    )

    @classmethod
    def of(cls, reader: Reader, data: Any = None) -> "WishesForm":
        taste = Taste.of(reader)
        days = _AS_HERE if taste.new_days is None else str(taste.new_days)
        begun = {"hidden_kinds": list(taste.hidden_kinds), "new_days": days, "opens_notes": taste.opens_notes}
        return cls(data, initial=begun)

    def clean_new_days(self) -> int | None:
        chosen = self.cleaned_data["new_days"]
        return int(chosen) if chosen else None


def new_choices() -> list[tuple[str, str]]:
    here = pgettext("lists", "As this place has it: %(days)s") % {"days": _for_days(NEW_DAYS())}
    visit = pgettext("lists", "Since my last visit")
    return [(_AS_HERE, here), (_SINCE_VISIT, visit), *((str(n), _for_days(n)) for n in _DAYS)]


def _for_days(n: int) -> str:
    return npgettext("lists", "for %(n)d day", "for %(n)d days", n) % {"n": n}

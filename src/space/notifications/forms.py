from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import pgettext_lazy

from space.accounts.models import User
from space.notifications.kinds import Channel, Kind, all_kinds
from space.notifications.models import KindWish


class WishesForm(forms.Form):
    """Which kinds one wants, a field for each channel."""

    bell = forms.MultipleChoiceField(
        label=pgettext_lazy("notifications", "In the bell you are told of"),
        choices=lambda: [(kind.name, _told(kind)) for kind in all_kinds()],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    @classmethod
    def of(cls, person: User, data: Any = None) -> "WishesForm":
        said = dict(
            KindWish.objects.filter(person=person, channel=Channel.BELL).values_list("kind", "wanted")
        )
        wanted = [kind.name for kind in all_kinds() if said.get(kind.name, Channel.BELL in kind.channels)]
        return cls(data, initial={"bell": wanted})


def _told(kind: Kind) -> SafeString:
    return format_html("{} <small>{}</small>", kind.label, kind.explanation)

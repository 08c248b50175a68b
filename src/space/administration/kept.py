"""What is kept of who administers."""

from collections.abc import Iterator

from django.utils.translation import pgettext_lazy

from space.accounts.copies import listed
from space.accounts.models import User
from space.accounts.personal import Fate, Part, Row, Seen, Until, keeps
from space.community.models import Setting


def register_kept() -> None:
    """Called once, when everything is there."""
    keeps(
        Part(
            "administration/settings",
            what=pgettext_lazy("kept", "Which settings of this place you changed"),
            why=pgettext_lazy("kept", "So that others know whom to ask."),
            until=Until.GOOD,
            seen=Seen.STAFF,
            columns={"community.Setting.by": Fate.STAYS},
            stays=pgettext_lazy("kept", "The setting holds, whoever chose it."),
            rows=_settings,
        )
    )


def _settings(person: User) -> Iterator[Row]:
    return listed(Setting.objects.filter(by=person), "name", "changed_at")

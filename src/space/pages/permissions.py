"""Who may change the pages about this place."""

from django.utils.translation import pgettext_lazy

from space.accounts.readers import Reader
from space.kit.rules import Refusal, Verdict


def can_begin(reader: Reader) -> Verdict:
    """Make a text that comes with Space one of the community's: who moderates this place."""
    if reader.is_moderator and not reader.is_silenced:
        return True
    return Refusal(pgettext_lazy("refusal", "Moderators keep the pages about this place."))

"""Who may do what with notifications: one's own, and nobody else's."""

from django.utils.translation import pgettext_lazy

from space.accounts.readers import Reader
from space.kit.rules import Refusal, Verdict


def can_be_told(reader: Reader) -> Verdict:
    """Also while suspended: then of what was decided about oneself."""
    if reader.is_authenticated:
        return True
    return Refusal(pgettext_lazy("refusal", "Sign in first: then this place tells you what concerns you."))


def can_choose_kinds(reader: Reader) -> Verdict:
    if reader.is_suspended:
        return Refusal(pgettext_lazy("refusal", "This is not open to you while your account is suspended."))
    return can_be_told(reader)

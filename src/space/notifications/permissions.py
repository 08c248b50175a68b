"""Who may do what with notifications: one's own, and nobody else's."""

from django.utils.translation import pgettext_lazy

from space.accounts.readers import Reader
from space.kit.rules import Refusal, Verdict


def can_be_told(reader: Reader) -> Verdict:
    if reader.is_member:
        return True
    if reader.is_authenticated:
        return Refusal(pgettext_lazy("refusal", "This is not open to you while your account is suspended."))
    return Refusal(pgettext_lazy("refusal", "Sign in first: then this place tells you what concerns you."))

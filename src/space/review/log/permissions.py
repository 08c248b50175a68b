"""Who may do what with the log. Everybody reads it."""

from django.utils.translation import pgettext_lazy

from space.accounts.readers import Reader
from space.kit.rules import Refusal, Verdict


def can_redact(reader: Reader) -> Verdict:
    if reader.is_administrator and not reader.is_silenced:
        return True
    return Refusal(pgettext_lazy("refusal", "Only administrators take words out of the log."))

"""Who may look after the place itself. Rules ask the database nothing."""

from django.utils.translation import pgettext_lazy

from space.accounts.readers import Reader
from space.kit.rules import Refusal, Verdict


def can_administer(reader: Reader) -> Verdict:
    if reader.is_administrator:
        return True
    return Refusal(pgettext_lazy("refusal", "Only administrators can look here."))

"""Who may look after the place itself. Rules ask the database nothing."""

from django.utils.translation import pgettext_lazy

from space.accounts.models import Nature, User
from space.accounts.readers import Reader
from space.kit.rules import Refusal, Verdict


def can_administer(reader: Reader) -> Verdict:
    if reader.is_administrator:
        return True
    return Refusal(pgettext_lazy("refusal", "Only administrators can look here."))


def can_let_in(reader: Reader) -> Verdict:
    """Look at new accounts that wait, and decide about them."""
    if reader.is_moderator:
        return True
    return Refusal(pgettext_lazy("refusal", "Only moderators of the whole place look at new accounts."))


def can_take_keys_away(reader: Reader, person: User) -> Verdict:
    """Passkeys and codes of somebody who lost them. One's own are a matter of one's own preferences."""
    if not reader.is_administrator:
        return Refusal(pgettext_lazy("refusal", "Only administrators can do that."))
    if person.pk == reader.pk:
        return Refusal(pgettext_lazy("refusal", "Your own passkeys and codes stand in your preferences."))
    if person.nature != Nature.PERSON or not person.is_active:
        return Refusal(pgettext_lazy("refusal", "Nobody signs in with this account."))
    return True

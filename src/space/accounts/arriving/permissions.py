"""Who may invite. Rules ask the database nothing."""

from django.utils.translation import pgettext_lazy

from space.accounts.models import Trust
from space.accounts.readers import Reader
from space.kit.rules import Refusal, Verdict


def can_invite(reader: Reader) -> Verdict:
    if reader.is_silenced:
        return Refusal(
            pgettext_lazy("refusal", "You cannot invite anybody while your account is restricted.")
        )
    if reader.is_moderator or reader.trust >= Trust.MEMBER:
        return True
    return Refusal(
        pgettext_lazy(
            "refusal",
            "People who have taken part for a while can invite others: from trust 2 on. It grows by itself.",
        )
    )


def can_open_wide(reader: Reader) -> Verdict:
    """Let a room full of people in from one address."""
    verdict = can_invite(reader)
    if not verdict or reader.is_moderator or reader.trust >= Trust.REGULAR:
        return verdict
    return Refusal(
        pgettext_lazy(
            "refusal", "Moderators and people with trust 3 can make links for a room full of people."
        )
    )


def can_know_who_invited(reader: Reader) -> Verdict:
    return True if reader.is_moderator else Refusal(pgettext_lazy("refusal", "Only moderators know that."))

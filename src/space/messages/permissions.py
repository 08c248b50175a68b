"""Who may begin a private conversation, and with whom. Rules ask the database nothing."""

from django.utils.translation import pgettext_lazy

from space.accounts.models import Nature, Trust, User
from space.accounts.readers import Reader
from space.discuss.permissions import can_write
from space.kit.rules import Refusal, Verdict, first_refusal


def can_message(reader: Reader) -> Verdict:
    """Begin one, and add people. Everybody answers."""
    trusted: Verdict = True
    if reader.trust < Trust.BASIC and not reader.is_moderator:
        trusted = Refusal(
            pgettext_lazy(
                "refusal",
                "You can begin private conversations once you have been here a little longer. "
                "You can answer those that reach you.",
            )
        )
    return first_refusal(can_write(reader), trusted)


def reaches_everybody(reader: Reader) -> bool:
    """What staff write does not wait, and nobody can block it."""
    return reader.is_moderator


def takes_messages(reader: Reader, person: User) -> Verdict:
    """Whether there is somebody to write to: any person here but oneself."""
    if person.pk == reader.pk:
        return Refusal(pgettext_lazy("refusal", "This is yourself."))
    if person.nature != Nature.PERSON or not person.is_active:
        return Refusal(pgettext_lazy("refusal", "Nobody writes with this account any more."))
    return True


def can_open(reader: Reader) -> Verdict:
    """Read a conversation of others for a while, for a reason that they are told."""
    if reader.is_moderator:
        return True
    return Refusal(pgettext_lazy("refusal", "Only moderators of this place can do that."))


def can_block(reader: Reader, person: User) -> Verdict:
    """Take no messages from somebody."""
    if not reader.is_authenticated:
        return Refusal(pgettext_lazy("refusal", "Sign in first: then this place remembers it for you."))
    return takes_messages(reader, person)

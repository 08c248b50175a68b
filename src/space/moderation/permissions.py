"""Who may decide about people. Rules ask the database nothing."""

from django.utils.translation import pgettext_lazy

from space.accounts.models import Nature, User
from space.accounts.readers import Reader
from space.kit.rules import Refusal, Verdict

_MODERATORS = Refusal(pgettext_lazy("refusal", "Only moderators of this place can do that."))
ONESELF = Refusal(pgettext_lazy("refusal", "Nobody decides about themselves. Ask another moderator."))
NO_PERSON = Refusal(pgettext_lazy("refusal", "Nobody signs in with this account."))


def moderates_place(reader: Reader) -> bool:
    """Looks after the whole place, for querysets that say what is seen."""
    return reader.is_moderator


def can_choose_trust(reader: Reader, person: User) -> Verdict:
    """Give trust by hand, more or less of it: moderators of the whole place, and not to themselves."""
    return can_decide_about(reader, person) if can_decide(reader) else _MODERATORS


def can_decide(reader: Reader) -> bool:
    """About people, for the whole place."""
    return reader.is_moderator and not reader.is_silenced


def can_decide_about(reader: Reader, person: User) -> Verdict:
    """Somebody who can sign in, and is not oneself. Who decides at all is another question."""
    if person.nature != Nature.PERSON or not person.is_active:
        return NO_PERSON
    return ONESELF if person.pk == reader.pk else True

"""Who may send files, and how many."""

from datetime import timedelta

from django.utils.translation import pgettext_lazy

from space.accounts.models import Nature, User
from space.accounts.readers import Reader
from space.accounts.terms import terms_of
from space.kit.rules import Refusal, Verdict
from space.limits.actions import Limit, take

DAY = timedelta(days=1)
FILES = Limit("uploads", 60, DAY)
PICTURES = Limit("pictures", 5, DAY)
NEWCOMER_FILES = Limit("newcomer-uploads", 10, DAY)


def can_upload(reader: Reader) -> Verdict:
    if not reader.is_authenticated:
        return Refusal(pgettext_lazy("refusal", "Sign in to send files."))
    if reader.is_silenced:
        return Refusal(
            pgettext_lazy(
                "refusal", "You cannot send files for now. A moderator has told you why and until when."
            )
        )
    return True


def can_change_picture(reader: Reader) -> Verdict:
    """Show a picture of oneself, or none again."""
    return can_upload(reader)


def can_remove_picture(reader: Reader, person: User) -> Verdict:
    """Take somebody else's picture away: moderators of the whole place."""
    if reader.is_moderator and not reader.is_silenced and person.pk != reader.pk:
        return True
    return Refusal(pgettext_lazy("refusal", "Only moderators of this place can do that."))


def take_picture(person: User) -> None:
    """Use one of a person's changes of picture: all pages are made anew after each."""
    take(f"person:{person.pk}", PICTURES)


def take_allowance(person: User) -> None:
    """Use one of a person's files of the day. The machine, which imports archives, has no such limit."""
    if person.nature != Nature.PERSON:
        return
    terms = terms_of(person)
    take(f"person:{person.pk}", terms.of(NEWCOMER_FILES if terms.is_newcomer else FILES))

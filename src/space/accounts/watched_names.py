"""Watched words in a name that somebody chooses: everybody reads it, and it cannot wait or be another one."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import pgettext

from space.accounts.models import Trust, User
from space.accounts.names import LOCAL_MARK
from space.accounts.sayings import pass_at_once


@transaction.atomic
def refuse_watched(name: str) -> None:
    """Raises a ValidationError. What would be replaced elsewhere is refused: people sign in with what they typed."""
    bare = name.removesuffix(LOCAL_MARK)
    nobody_yet = User(pk=0, name=name, trust=Trust.MEMBER)
    if pass_at_once({"name": bare}, "name", by=nobody_yet)["name"] != bare:
        text = pgettext("name", "This name has a word that is not written here. Choose another one.")
        raise ValidationError(text, code="watched_word")

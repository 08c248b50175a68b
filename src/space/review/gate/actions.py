"""The only writers of watched words. Each change is in the log, by what it does; the words stay out of it."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import pgettext_lazy

from space.accounts.models import User
from space.kit import clock
from space.moderation.actions import record
from space.review.gate.words import TAG
from space.review.models import Trace, WatchedWord
from space.web.versions import bump

_KEPT = timedelta(days=8)


@transaction.atomic
def watch_word(word: WatchedWord, *, by: User) -> WatchedWord:
    """Add one, or change what it does. Raises a ValidationError where the word is watched already."""
    is_new = word.pk is None
    word.by, word.at = by, clock.now()
    try:
        with transaction.atomic():
            word.save()
    except IntegrityError:
        raise ValidationError(
            pgettext_lazy("watched word", "This word is watched already, in this language."), code="twice"
        ) from None
    record(by, "word-watched" if is_new else "word-changed", word, does=word.does, language=word.language)
    bump(TAG)
    return word


@transaction.atomic
def stop_watching(word: WatchedWord, *, by: User) -> WatchedWord:
    """Doing it again changes nothing."""
    if WatchedWord.objects.filter(pk=word.pk, removed_at=None).update(removed_at=clock.now()):
        record(by, "word-removed", word, does=word.does, language=word.language)
        bump(TAG)
    return WatchedWord.objects.get(pk=word.pk)


def forget_traces() -> int:
    return Trace.objects.filter(at__lt=clock.now() - _KEPT).delete()[0]

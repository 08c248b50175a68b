"""The only writers of watched words, and of what the gate remembers.

Each change of a word is in the log by what it does; the word itself stays out of it.
"""

from collections.abc import Iterable, Sequence
from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import pgettext_lazy

from space.accounts.models import User
from space.discuss.models import Post
from space.kit import clock
from space.moderation.actions import record
from space.review.gate.words import TAG
from space.review.models import KnownHost, Trace, WatchedWord
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


def know(hosts: Iterable[str]) -> None:
    """Somebody whom the community knows leads there."""
    new = [KnownHost(host=host, at=clock.now()) for host in sorted(set(hosts))]
    KnownHost.objects.bulk_create(new, ignore_conflicts=True)


def leave_trace(by: User, marks: Sequence[int], links: Sequence[int]) -> None:
    Trace.objects.create(by=by, at=clock.now(), marks=marks, links=links)


def wrote_more_than(person: User, posts: int) -> bool:
    """Counting those that nobody sees."""
    return len(Post.objects.for_actions().filter(author=person).values_list("pk")[: posts + 1]) > posts


def forget_traces() -> int:
    return Trace.objects.filter(at__lt=clock.now() - _KEPT).delete()[0]

"""Messages of the system to one person. Apps register what there is to say; the line keeps its name and a number."""

from collections.abc import Callable, Sequence
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from space.accounts.readers import Reader
from space.groups.circles import Circle
from space.notifications import kinds
from space.notifications.causes import Batch, News, To
from space.notifications.kinds import Kind, Said
from space.notifications.models import Notification

SYSTEM = kinds.SYSTEM
# The words for a number that came with the message, or nothing where this reader is told nothing any more.
Words = Callable[[int, Reader], Said | None]
_words: dict[str, Words] = {}


def register(name: str, words: Words, *, reaches_suspended: bool = False) -> None:
    """Called from `ready()`. What was decided about somebody reaches them also while they are suspended."""
    _words[name] = words
    if reaches_suspended:
        kinds.reach_suspended(name)


def message(name: str, person: int, *, of: int, by: int, at: datetime, once: str) -> Batch:
    """What a cause answers that is a message to one person."""
    news = News(at=at, circle=Circle.MEMBERS, actor=by, once=once)
    return Batch(news, [To(person, (SYSTEM,), because=name, because_of=of)])


def _said(lines: Sequence[Notification], reader: Reader) -> dict[int, Said]:
    found = {
        line.pk: _words[line.because](line.because_of, reader) for line in lines if line.because in _words
    }
    return {pk: said for pk, said in found.items() if said}


def register_messages() -> None:
    label: Promise = pgettext_lazy("kind of notification", "From this place")
    explanation = pgettext_lazy(
        "kind of notification", "Your trust grew, you became a moderator: about yourself."
    )
    kinds.register(Kind(SYSTEM, label, explanation, icon="info", tell=_said, order=90))

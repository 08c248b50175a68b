"""What files can hang on. An app above registers its models from `ready()`; we never learn their names."""

from collections.abc import Callable, Sequence
from typing import Any

from django.db.models import Exists, Model, OuterRef, Q, QuerySet

from space.accounts.models import User
from space.accounts.readers import Reader

Seen = Callable[[Reader], QuerySet[Any]]
Hung = Callable[[Sequence[Any], User], None]
_seen: list[tuple[type[Model], Seen]] = []
_hung: list[Hung] = []


def hangs_on(model: type[Model], visible_to: Seen) -> None:
    """Files may hang on these things, and are then seen by exactly those who see one of them.

    Registered again for the same model, by those as well who see it in another way.
    """
    _seen.append((model, visible_to))


def on_something_visible(reader: Reader) -> Q:
    """The condition on a hanging: the thing it names is one that this reader sees."""
    allowed = Q(pk__in=[])
    for model, visible_to in _seen:
        seen = Exists(visible_to(reader).filter(pk=OuterRef("thing_id")))
        allowed |= Q(seen, thing_kind=model._meta.label_lower)
    return allowed


def when_hung(act: Hung) -> None:
    """Called with files that somebody let others see just now, in the transaction in which they were hung."""
    _hung.append(act)


def tell_hung(uploads: Sequence[Any], by: User) -> None:
    for act in _hung if uploads else ():
        act(uploads, by)

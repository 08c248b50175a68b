"""What files can hang on. An app above registers its models from `ready()`; we never learn their names."""

from collections.abc import Callable
from typing import Any

from django.db.models import Exists, Model, OuterRef, Q, QuerySet

from space.accounts.readers import Reader

Seen = Callable[[Reader], QuerySet[Any]]
_seen: list[tuple[type[Model], Seen]] = []


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

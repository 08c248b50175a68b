"""Pages that show things of other apps are made of panels that those apps register.

A place is a word such as `person` or `topic:notice`. A panel gives the context of its partial for the
thing that the page is about and for who reads, or None when there is nothing to show.
"""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

Content = Callable[[Any, Any], dict[str, Any] | None]


@dataclass(frozen=True)
class Panel:
    order: int
    partial: str
    content: Content
    # What it shows, as kept pages know it: they are made anew when one of these changes.
    tags: tuple[str, ...] = ()


_panels: dict[str, list[Panel]] = defaultdict(list)


def register(place: str, *, order: int, partial: str, content: Content, tags: tuple[str, ...] = ()) -> None:
    """`content(thing, reader)` must itself start from what the reader may see."""
    _panels[place].append(Panel(order, partial, content, tags))
    _panels[place].sort(key=lambda panel: panel.order)


def tags_of(place: str) -> set[str]:
    """What the panels of a place show, for a page that is kept; also where one of them has nothing to show now."""
    return {tag for panel in _panels[place] for tag in panel.tags}


def show(place: str, thing: Any, reader: Any, request: HttpRequest | None = None) -> SafeString:
    """The panels of a place, rendered one after the other."""
    filled = [(panel, panel.content(thing, reader)) for panel in _panels[place]]
    pieces = [
        render_to_string(panel.partial, {**context, "reader": reader}, request)
        for panel, context in filled
        if context is not None
    ]
    return mark_safe("".join(pieces))

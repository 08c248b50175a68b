"""Pages of a group that apps above add to its tabs."""

from collections.abc import Callable
from typing import NamedTuple

from django.utils.functional import Promise

from space.groups.models import Group


class Tab(NamedTuple):
    """One more page. `shown(group)` gives its address, or nothing where this group has none."""

    name: str
    label: str | Promise
    shown: Callable[[Group], str]


_tabs: list[Tab] = []


def register(tab: Tab) -> None:
    """Called from `ready()`."""
    _tabs.append(tab)


def tabs_of(group: Group, here: str) -> list[dict[str, object]]:
    shown = [(tab, tab.shown(group)) for tab in _tabs]
    return [{"label": tab.label, "url": url, "is_here": tab.name == here} for tab, url in shown if url]

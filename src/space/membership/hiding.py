"""What follows when a group begins to keep to itself who belongs to it: the apps above that tell it say so."""

from collections.abc import Callable

from space.groups.models import Group

# Called in the transaction in which the group is changed.
Step = Callable[[Group], None]
_steps: list[Step] = []


def register(step: Step) -> None:
    """Called from `ready()`."""
    _steps.append(step)


def members_are_hidden(group: Group) -> None:
    for step in _steps:
        step(group)

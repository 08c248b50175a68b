"""What was written in a group that ended: the apps above that hold it take its words away, and say so here."""

from collections.abc import Callable

from space.groups.models import Group

# Takes away some of it, in a transaction of its own, and says whether there may be more.
Step = Callable[[Group], bool]
_steps: list[Step] = []


def register(step: Step) -> None:
    """Called from `ready()`."""
    _steps.append(step)


def empty(group: Group) -> None:
    """Whoever is interrupted in it goes on the next night."""
    for step in _steps:
        while step(group):
            pass

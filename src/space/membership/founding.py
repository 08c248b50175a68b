"""What is made together with a group: the apps above that make rooms for it say so."""

from collections.abc import Callable

from space.accounts.models import User
from space.groups.models import Group

# Called in the transaction in which the group is made, with who decided.
Step = Callable[[Group, User], None]
_steps: list[Step] = []


def register(step: Step) -> None:
    """Called from `ready()`."""
    _steps.append(step)


def furnish(group: Group, by: User) -> None:
    """All that belongs to a new group."""
    for step in _steps:
        step(group, by)

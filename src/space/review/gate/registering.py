"""Where the gate stands: before posts, and before words that are no post."""

from space.accounts import sayings
from space.discuss import gates
from space.membership import burying
from space.review.actions.sayings import forget_of_group
from space.review.gate.asking import ask
from space.review.gate.files import look_at_files
from space.review.gate.sayings import ask_saying
from space.uploads.registry import when_hung


def register() -> None:
    """Called once, when everything is there."""
    gates.register(ask)
    sayings.register(ask_saying)
    when_hung(look_at_files)
    burying.register(forget_of_group)

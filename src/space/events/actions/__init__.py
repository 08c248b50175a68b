"""The only writers of events, their organisers, their occurrences and who attends."""

from space.events.actions.occurring import roll_on
from space.events.actions.planning import add_event, cancel_event, change_event, revive_event

__all__ = ["add_event", "cancel_event", "change_event", "revive_event", "roll_on"]

"""The kind of which events tell, and its causes."""

from django.utils.translation import pgettext_lazy

from space.events.telling import added, reminders
from space.events.telling.words import EVENT, words_of
from space.notifications import causes, kinds
from space.notifications.kinds import Kind


def register() -> None:
    """Called once, when everything is there."""
    from space.events.actions import telling

    kinds.register(
        Kind(
            name=EVENT,
            label=pgettext_lazy("kind of notification", "Changes of events"),
            explanation=pgettext_lazy(
                "kind of notification",
                "An event that you go to, are interested in or organise is moved, cancelled, or takes place after all.",
            ),
            icon="calendar",
            tell=words_of,
            order=67,
        )
    )
    causes.register("event-changed", telling.of_change)
    added.register()
    reminders.register()

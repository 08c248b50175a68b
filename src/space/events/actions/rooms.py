"""The category in which events stand that belong to no other."""

from space.accounts.models import User
from space.discuss.actions.rooms import ROOMS, make_category
from space.discuss.actions.turns import one_after_the_other
from space.discuss.models import Category, Door

EVENTS = "events"


def room_of_events(by: User) -> Category:
    """Made when the first event needs it. Of two first events at once the second finds what the first made."""
    there = Category.objects.for_actions().filter(slug=EVENTS)
    if found := there.first():
        return found
    one_after_the_other(ROOMS)
    return there.all().first() or make_category(
        EVENTS,
        by=by,
        name="Events",
        description="Where and when we meet: every event of the calendar, each with its conversation.",
        icon="calendar",
        tone=3,
        who_starts=Door.NOBODY,
        language="en",
    )

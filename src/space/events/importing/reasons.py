"""Why an item of a calendar is left out, in words for who brought it."""

from dataclasses import dataclass

from django.utils.translation import pgettext_lazy

UNREADABLE = pgettext_lazy("import", "It cannot be read.")
NO_START = pgettext_lazy("import", "It does not say when it begins.")
NO_TITLE = pgettext_lazy("import", "It has no title.")
FAR_AWAY = pgettext_lazy("import", "It is in another century.")
WITHIN_A_DAY = pgettext_lazy("import", "It takes place several times on one day, which an event here cannot.")
TOO_MANY = pgettext_lazy("import", "It is one too many: bring the rest in a file of its own.")
TIME_IS_OVER = pgettext_lazy("import", "Time was over before it. Send the same file again to go on.")
GONE = pgettext_lazy("import", "You brought it before, and it was deleted here.")
FOLLOWED = pgettext_lazy("import", "It comes by itself already, from the calendar “%(name)s”.")
LATER = pgettext_lazy("import", "There are too many before it. It comes in once some of those are over.")
UNFINISHED = pgettext_lazy("import", "Time was over before it. The next reading goes on with it.")
OURS = pgettext_lazy("import", "It comes from here: the event is in the calendar already.")


class LeftOut(Exception):
    """An item cannot become an event; the others go on."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Problem:
    """Of one item, called by its title as far as it has one."""

    name: str
    reason: str
    # Where it can be told.
    uid: str = ""

"""The only writers of copies and farewells. They may be repeated."""

from space.privacy.actions.copying import ask_copy, forget_old_copies, make_copy
from space.privacy.actions.erasing import erase_due, erase_some
from space.privacy.actions.leaving import come_back, leave

__all__ = ["ask_copy", "come_back", "erase_due", "erase_some", "forget_old_copies", "leave", "make_copy"]

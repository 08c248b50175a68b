"""Who may know of a thing, in the one number that is kept beside its id where its own rules cannot be asked."""

from django.db import models

from space.accounts.readers import Reader


class Circle(models.IntegerChoices):
    """A number above these is the id of a group: its members."""

    # For now; of what was deleted or taken out of lists, and can come back.
    NOBODY = -2
    MEMBERS = -1
    PUBLIC = 0


def inner_circles(reader: Reader) -> list[int]:
    """Those of this reader beyond what everybody may know."""
    return [Circle.MEMBERS, *sorted(reader.groups)] if reader.is_member else []

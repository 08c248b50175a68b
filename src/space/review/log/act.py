"""What the public log says of a code."""

from typing import NamedTuple

from django.utils.functional import Promise

from space.review.models import Sort


class Act(NamedTuple):
    """What the public log says of an entry. `icon` stands before it."""

    sort: Sort
    says: Promise
    icon: str = "info"
    # Whether the words beside the entry say why. Those of a setting or a tag are what it was and is.
    has_reason: bool = True
    # It was done by who wrote the thing, and is told without their name.
    by_author: bool = False
    # It concerns what others wrote, also where who did it began the topic.
    of_others: bool = False

"""Settings of the community: what administrators change on a page, declared by the apps that use it."""

from space.community import units
from space.community.declaring import (
    choice,
    countries,
    number,
    order,
    picture,
    riddles,
    short_text,
    texts,
    yes_no,
)
from space.community.groups import Group
from space.community.said import Said

__all__ = [
    "Group",
    "Said",
    "choice",
    "countries",
    "number",
    "order",
    "picture",
    "riddles",
    "short_text",
    "texts",
    "units",
    "yes_no",
]

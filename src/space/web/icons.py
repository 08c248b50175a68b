"""What the sprite holds: made by the front-end build beside it."""

import json
from functools import cache

from django.contrib.staticfiles import finders


@cache
def _sheet() -> dict[str, list[str]]:
    file = finders.find("web/icons.json")
    if not file:
        return {"names": [], "flip": []}
    with open(file) as sheet:
        return dict(json.load(sheet))


def known() -> frozenset[str]:
    return frozenset(_sheet()["names"])


def turned() -> frozenset[str]:
    """Icons that point somewhere: mirrored where the page runs from right to left."""
    return frozenset(_sheet()["flip"])

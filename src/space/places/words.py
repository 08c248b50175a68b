"""Names of towns as they are looked for: folded, in one spelling of hyphens and apostrophes."""

import re

from space.kit.folding import folded

_APOSTROPHE = re.compile("['’‘ʼʻʿʾ`´׳′]")
_GAP = re.compile(r"[\s\-‐–—_.,،、，/()]+")


def words(name: str) -> str:
    """`L’Aquila` and `laquila` are the same, so are `Baden-Baden` and `baden baden`."""
    return " ".join(_GAP.split(_APOSTROPHE.sub("", folded(name)))).strip()

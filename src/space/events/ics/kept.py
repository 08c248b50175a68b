"""Texts that were made when events were saved, as they may be told now."""

import re

from space.events.shown.where import is_protected

# With the lines in which they go on.
_PLACES = re.compile(r"^(?:LOCATION|GEO)[;:].*\r\n(?:[ \t].*\r\n)*", re.MULTILINE)


def as_told_now(vevent: str, country: str) -> str:
    """Without any place where the country is protected: it may not have been when the text was made."""
    return _PLACES.sub("", vevent) if is_protected(country) else vevent

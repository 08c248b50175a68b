"""Whose posts a text quotes, read from the text as it was typed."""

from space import markup
from space.discuss.quoted import places_in

# What every attributed quote begins with; most posts have none, and are not read again.
SIGN = "> @"


def quoted_in(source: str) -> list[tuple[int, int, str]]:
    """Topic, number and name of each quote."""
    if SIGN not in source:
        return []
    found = []
    for quote in markup.render(source, longest=len(source)).quotes:
        for topic, number in places_in([quote.address]):
            found.append((topic, number or quote.number, quote.name))
    return found

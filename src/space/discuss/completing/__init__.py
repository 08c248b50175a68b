"""What could be meant by the letters that somebody has typed after `@`, `#` or `:`."""

from space.discuss.completing.found import Found
from space.discuss.completing.people import people
from space.discuss.completing.signs import emoji
from space.discuss.completing.things import categories_and_tags, tags

__all__ = ["Found", "categories_and_tags", "emoji", "people", "tags"]

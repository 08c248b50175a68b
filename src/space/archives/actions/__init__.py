"""The only writers of archives. They take people and things, hold the transaction, and may be repeated."""

from space.archives.actions.authors import place_holders
from space.archives.actions.messages import Arrival, store_messages
from space.archives.actions.rooms import archive_category
from space.archives.actions.takedowns import ask_takedown, decline, redact

__all__ = [
    "Arrival",
    "archive_category",
    "ask_takedown",
    "decline",
    "place_holders",
    "redact",
    "store_messages",
]

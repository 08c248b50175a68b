"""The only writers of archives. They take people and things, hold the transaction, and may be repeated."""

from space.archives.actions.authors import place_holders
from space.archives.actions.messages import Arrival, store_messages
from space.archives.actions.rooms import archive_category
from space.archives.actions.runs import begin_import, finish_import, messages_of, topic_to_continue
from space.archives.actions.takedowns import ask_takedown, decline, redact

__all__ = [
    "Arrival",
    "archive_category",
    "ask_takedown",
    "begin_import",
    "decline",
    "finish_import",
    "messages_of",
    "place_holders",
    "redact",
    "store_messages",
    "topic_to_continue",
]

"""The only writers of Discuss. They take people and things, hold the transaction, and may be repeated."""

from space.discuss.actions.closing import close_topic, reopen_topic
from space.discuss.actions.editing import edit_post
from space.discuss.actions.hiding import hide_post, show_post
from space.discuss.actions.reading import mark_read
from space.discuss.actions.rooms import appoint, arrange_category
from space.discuss.actions.writing import start_topic, write_reply

__all__ = [
    "appoint",
    "arrange_category",
    "close_topic",
    "edit_post",
    "hide_post",
    "mark_read",
    "reopen_topic",
    "show_post",
    "start_topic",
    "write_reply",
]

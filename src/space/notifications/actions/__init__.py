"""The only writers of notifications. They may be repeated."""

from space.notifications.actions.asking import tell, tell_anew, tell_shown
from space.notifications.actions.correcting import correct, hide_thing, show_thing, show_to
from space.notifications.actions.moving import move_things
from space.notifications.actions.reading import mark_all, mark_one, read_in_topic, read_topics, unread_again
from space.notifications.actions.telling import tell_all, tell_what_waits
from space.notifications.actions.tidying import forget_tellings, keep_the_newest
from space.notifications.actions.wishing import wish

__all__ = [
    "correct",
    "forget_tellings",
    "hide_thing",
    "keep_the_newest",
    "mark_all",
    "mark_one",
    "move_things",
    "read_in_topic",
    "read_topics",
    "show_thing",
    "show_to",
    "tell",
    "tell_all",
    "tell_anew",
    "tell_shown",
    "tell_what_waits",
    "unread_again",
    "wish",
]

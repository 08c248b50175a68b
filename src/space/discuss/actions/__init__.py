"""The only writers of Discuss. They take people and things, hold the transaction, and may be repeated."""

from space.discuss.actions.about import choose_about, drop_about, make_about
from space.discuss.actions.answering import choose_answer, take_back_answer
from space.discuss.actions.appointing import appoint, appoint_group, dismiss_group, dismiss_moderator
from space.discuss.actions.bookmarking import bookmark, remove_bookmark
from space.discuss.actions.changing import add_tags, change_topic, move_topic
from space.discuss.actions.closing import close_topic, reopen_topic
from space.discuss.actions.deleting import delete_post, delete_topic, restore_post, restore_topic
from space.discuss.actions.dismissing import take_as_read, undo_dismissal
from space.discuss.actions.drafts import discard_draft, restore_draft, save_draft
from space.discuss.actions.editing import edit_post, restore_version
from space.discuss.actions.following import follow, save_list_taste
from space.discuss.actions.hiding import hide_post, hide_version, show_post, show_version
from space.discuss.actions.moving import merge_topic, move_posts, split_topic
from space.discuss.actions.noting import put_note
from space.discuss.actions.pacing import follow_clocks, set_clock, slow_down
from space.discuss.actions.pinning import list_topic, pin_topic, unlist_topic, unpin_topic
from space.discuss.actions.polling import change_poll, close_poll, reopen_poll
from space.discuss.actions.reading import follow_topic, mark_read, note_visit, read_hint
from space.discuss.actions.responding import react, take_back_reaction
from space.discuss.actions.rooms import (
    arrange_category,
    change_category,
    delete_category,
    make_category,
    place_category,
)
from space.discuss.actions.speaking import set_language
from space.discuss.actions.tag_groups import (
    change_tag_group,
    delete_tag_group,
    make_tag_group,
    place_tag_group,
)
from space.discuss.actions.tags import (
    add_synonym,
    delete_tag,
    describe_tag,
    drop_synonym,
    make_tag,
    merge_tag,
    rename_tag,
)
from space.discuss.actions.voting import take_back, vote
from space.discuss.actions.wiki import end_wiki, make_wiki
from space.discuss.actions.writing import start_topic, write_reply

__all__ = [
    "add_synonym",
    "add_tags",
    "appoint",
    "appoint_group",
    "arrange_category",
    "bookmark",
    "change_category",
    "change_poll",
    "change_tag_group",
    "change_topic",
    "choose_about",
    "choose_answer",
    "close_poll",
    "close_topic",
    "delete_category",
    "delete_post",
    "delete_tag",
    "delete_tag_group",
    "delete_topic",
    "describe_tag",
    "discard_draft",
    "dismiss_group",
    "dismiss_moderator",
    "drop_about",
    "drop_synonym",
    "edit_post",
    "end_wiki",
    "follow",
    "follow_clocks",
    "follow_topic",
    "hide_post",
    "hide_version",
    "list_topic",
    "make_about",
    "make_category",
    "make_tag",
    "make_tag_group",
    "make_wiki",
    "mark_read",
    "merge_tag",
    "merge_topic",
    "move_posts",
    "move_topic",
    "note_visit",
    "pin_topic",
    "place_category",
    "place_tag_group",
    "put_note",
    "react",
    "read_hint",
    "remove_bookmark",
    "rename_tag",
    "reopen_poll",
    "reopen_topic",
    "restore_draft",
    "restore_post",
    "restore_topic",
    "restore_version",
    "save_draft",
    "save_list_taste",
    "set_clock",
    "set_language",
    "show_post",
    "show_version",
    "slow_down",
    "split_topic",
    "start_topic",
    "take_as_read",
    "take_back",
    "take_back_answer",
    "take_back_reaction",
    "undo_dismissal",
    "unlist_topic",
    "unpin_topic",
    "vote",
    "write_reply",
]

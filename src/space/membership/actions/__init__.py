"""The only writers of groups' pages. They may be repeated."""

from space.membership.actions.ending import (
    bury,
    close_group,
    delete_group,
    keep_group,
    remind_idle,
    reopen_group,
)
from space.membership.actions.founding import decide_proposal, propose
from space.membership.actions.inviting import accept_invitation, end_invitation, invite_by_link, invite_person
from space.membership.actions.joining import ask_to_join, decide_request, join, leave, withdraw_request
from space.membership.actions.leading import change_group, give_role, take_out
from space.membership.actions.staffing import appoint, end_office
from space.membership.actions.visiting import visit

__all__ = [
    "accept_invitation",
    "appoint",
    "ask_to_join",
    "bury",
    "change_group",
    "close_group",
    "decide_proposal",
    "decide_request",
    "delete_group",
    "end_invitation",
    "end_office",
    "give_role",
    "invite_by_link",
    "invite_person",
    "join",
    "keep_group",
    "leave",
    "propose",
    "remind_idle",
    "reopen_group",
    "take_out",
    "visit",
    "withdraw_request",
]

"""The only writers of cases, flags, decisions, appeals, notes and ready answers."""

from space.review.actions.amending import amend, explain
from space.review.actions.appealing import answer_appeal, appeal
from space.review.actions.claiming import ask_staff, claim, let_go
from space.review.actions.deciding import Ruling, decide
from space.review.actions.flagging import flag, withdraw
from space.review.actions.looking_after import look_after
from space.review.actions.noting import drop_answer, drop_note, keep_answer, write_note
from space.review.actions.taking_back import take_back
from space.review.actions.team import found_team_room

__all__ = [
    "Ruling",
    "amend",
    "answer_appeal",
    "appeal",
    "ask_staff",
    "claim",
    "decide",
    "drop_answer",
    "drop_note",
    "explain",
    "flag",
    "found_team_room",
    "keep_answer",
    "let_go",
    "look_after",
    "take_back",
    "withdraw",
    "write_note",
]

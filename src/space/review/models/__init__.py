from space.review.models.cases import Case, Flag, Why
from space.review.models.decisions import AGREES, Appeal, Clause, Decision, Did, Follows, Outcome
from space.review.models.gate import Does, KnownHost, Trace, WatchedWord
from space.review.models.lines import STAFF, Line, Sort
from space.review.models.months import Month
from space.review.models.notes import CannedAnswer, StaffNote
from space.review.models.sayings import WatchedSaying
from space.review.models.team import TeamRoom

__all__ = [
    "AGREES",
    "STAFF",
    "Appeal",
    "CannedAnswer",
    "Case",
    "Clause",
    "Decision",
    "Did",
    "Does",
    "Flag",
    "Follows",
    "KnownHost",
    "Line",
    "Month",
    "Outcome",
    "Sort",
    "StaffNote",
    "TeamRoom",
    "Trace",
    "WatchedSaying",
    "WatchedWord",
    "Why",
]

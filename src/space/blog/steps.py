"""The editorial path as a table: which step leads where, who may take it, and what it asks for."""

from dataclasses import dataclass
from enum import Enum

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from space.blog.models import Stage


class Who(Enum):
    """Who takes a step. `permissions.may` answers for a reader."""

    AUTHORS = "authors"
    REVIEWERS = "reviewers"
    BOARD = "board"
    CLOCK = "clock"


@dataclass(frozen=True)
class Step:
    name: str
    label: str | Promise
    # What happens, in a sentence that stands beside the button.
    says: str | Promise
    before: frozenset[Stage]
    # None: the stage stays.
    after: Stage | None
    who: frozenset[Who]
    # Words for the authors, in the decision's own language; they are told and kept.
    asks_reason: bool = False
    asks_moment: bool = False
    # The story has to be ready for readers (actions/readiness.py), and somebody else has to have looked at it.
    needs_ready: bool = False
    # Its button stands behind another, because readers notice it or something ends.
    asks_twice: bool = False
    is_grave: bool = False


def _step(
    name: str,
    label: str | Promise,
    says: str | Promise,
    before: set[Stage],
    after: Stage | None,
    who: set[Who],
    **asks: bool,
) -> Step:
    return Step(name, label, says, frozenset(before), after, frozenset(who), **asks)


_BOTH, _ALL = {Who.AUTHORS, Who.REVIEWERS}, {Who.AUTHORS, Who.REVIEWERS, Who.BOARD}
_OPEN = {Stage.PITCH, Stage.DRAFT, Stage.REVIEW, Stage.CHANGES}

ALL = [
    _step(
        "share",
        pgettext_lazy("step of a story", "Share"),
        pgettext_lazy("step of a story", "Everybody who has signed in can read it and help with it."),
        {Stage.PITCH, Stage.DRAFT},
        None,
        {Who.AUTHORS},
    ),
    _step(
        "develop",
        pgettext_lazy("step of a story", "Write it"),
        pgettext_lazy("step of a story", "The pitch becomes a draft."),
        {Stage.PITCH},
        Stage.DRAFT,
        _BOTH,
    ),
    _step(
        "submit",
        pgettext_lazy("step of a story", "Send to review"),
        pgettext_lazy(
            "step of a story", "Reviewers who read its language are told. It is shared from then on."
        ),
        {Stage.PITCH, Stage.DRAFT, Stage.CHANGES},
        Stage.REVIEW,
        {Who.AUTHORS},
    ),
    _step(
        "want-changes",
        pgettext_lazy("step of a story", "Ask for changes"),
        pgettext_lazy("step of a story", "It goes back to its authors. Say what would make it better."),
        {Stage.REVIEW, Stage.SCHEDULED},
        Stage.CHANGES,
        {Who.REVIEWERS, Who.BOARD},
        asks_reason=True,
    ),
    _step(
        "schedule",
        pgettext_lazy("step of a story", "Schedule"),
        pgettext_lazy("step of a story", "It is published by itself at the minute you choose."),
        {Stage.REVIEW, Stage.SCHEDULED},
        Stage.SCHEDULED,
        {Who.BOARD},
        asks_moment=True,
        needs_ready=True,
    ),
    _step(
        "unschedule",
        pgettext_lazy("step of a story", "Take out of the schedule"),
        pgettext_lazy("step of a story", "It is in review again."),
        {Stage.SCHEDULED},
        Stage.REVIEW,
        {Who.BOARD, Who.CLOCK},
    ),
    _step(
        "publish",
        pgettext_lazy("step of a story", "Publish now"),
        pgettext_lazy("step of a story", "Everybody can read it at once."),
        {Stage.REVIEW, Stage.SCHEDULED},
        Stage.PUBLISHED,
        {Who.BOARD, Who.CLOCK},
        needs_ready=True,
        asks_twice=True,
    ),
    _step(
        "decline",
        pgettext_lazy("step of a story", "Decline"),
        pgettext_lazy("step of a story", "It ends here. Say why, kindly and so that one can learn from it."),
        _OPEN,
        Stage.DECLINED,
        {Who.BOARD},
        asks_reason=True,
        is_grave=True,
    ),
    _step(
        "withdraw",
        pgettext_lazy("step of a story", "Withdraw"),
        pgettext_lazy("step of a story", "It leaves the newsroom. You can take it up again."),
        {*_OPEN, Stage.SCHEDULED},
        Stage.WITHDRAWN,
        {Who.AUTHORS},
        asks_twice=True,
        is_grave=True,
    ),
    _step(
        "resume",
        pgettext_lazy("step of a story", "Take up again"),
        pgettext_lazy("step of a story", "It is a draft again."),
        {Stage.DECLINED, Stage.WITHDRAWN},
        Stage.DRAFT,
        {Who.AUTHORS},
    ),
    _step(
        "correct",
        pgettext_lazy("step of a story", "Publish the correction"),
        pgettext_lazy(
            "step of a story", "Readers see the newest version, and your note of what was corrected."
        ),
        {Stage.PUBLISHED},
        None,
        {Who.BOARD},
        asks_reason=True,
        needs_ready=True,
    ),
    _step(
        "unpublish",
        pgettext_lazy("step of a story", "Unpublish"),
        pgettext_lazy("step of a story", "Its page says why it is gone. It is in review again."),
        {Stage.PUBLISHED},
        Stage.REVIEW,
        {Who.BOARD},
        asks_reason=True,
        is_grave=True,
    ),
]

STEPS = {step.name: step for step in ALL}
# What happens where a story is for the members of a group.
_IN_A_GROUP = {
    "share": pgettext_lazy("step of a story", "Every member of the group can read it and help with it."),
    "submit": pgettext_lazy(
        "step of a story",
        "Owners and moderators of the group are told. Its members can read it from then on.",
    ),
    "publish": pgettext_lazy(
        "step of a story", "Every member of the group can read it at once, and nobody else."
    ),
}


def sentence_of(step: Step, *, in_a_group: bool) -> str | Promise:
    return _IN_A_GROUP.get(step.name, step.says) if in_a_group else step.says


def steps_from(stage: Stage | str) -> list[Step]:
    """Which steps fit a story that stands here, in the order of the table."""
    return [step for step in ALL if stage in step.before]

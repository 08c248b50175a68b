"""The one way along the editorial path."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import pgettext_lazy

from space.accounts.models import User
from space.blog.actions import publishing
from space.blog.actions.finding import fresh, lock_story, touch
from space.blog.actions.readiness import missing
from space.blog.actions.reviewing import open_room
from space.blog.models import Stage, Story, Taken
from space.blog.steps import STEPS, Step
from space.kit import clock
from space.moderation.actions import record
from space.notifications.actions import tell

# Whom the log names for what the clock does: who had set it.
_SHARES = {Stage.REVIEW, Stage.SCHEDULED, Stage.PUBLISHED}


@dataclass(frozen=True)
class Moment:
    """When a story is to appear, in the zone of who said so."""

    at: datetime
    zone: str


@transaction.atomic
def take_step(
    story: Story,
    name: str,
    *,
    by: User | None,
    reason: str = "",
    moment: Moment | None = None,
    seen: Stage | str | None = None,
) -> Story:
    """Take a story one step along its path. It is written down, logged, and its authors are told.

    `by` is None for the clock. `seen` is the stage in which somebody saw it: of two who decide at once the second is
    told what the first did. Raises a ValidationError that says why not.
    """
    step, story = STEPS[name], lock_story(story.pk)
    _refuse_if_elsewhere(story, step, seen)
    _refuse_without_what_it_asks(step, reason, moment)
    if step.needs_ready:
        _refuse_if_unready(story)
    before = Stage(story.stage)
    _follow(story, step, moment)
    if story.shared_at is None and (name == "share" or story.stage in _SHARES):
        story.shared_at = clock.now()
    story.save()
    if story.shared_at and story.room_id is None:
        open_room(story)
    if name in _DOES:
        _DOES[name](story, by or story.by, reason)
    _write_down(story, step, before, by, reason)
    touch(story)
    return fresh(story.pk)


def _refuse_if_elsewhere(story: Story, step: Step, seen: Stage | str | None) -> None:
    if story.stage in step.before and seen in (None, story.stage):
        return
    raise ValidationError(
        pgettext_lazy(
            "refusal",
            "Somebody was quicker: this story now stands at “%(stage)s”. Look at it again before you decide.",
        ),
        code="elsewhere",
        params={"stage": story.get_stage_display()},
    )


def _refuse_without_what_it_asks(step: Step, reason: str, moment: Moment | None) -> None:
    if step.asks_reason and not reason.strip():
        text = pgettext_lazy("refusal", "Say why: its authors and all who read its history will see it.")
        raise ValidationError({"reason": ValidationError(text, code="reason")})
    if step.asks_moment and (moment is None or moment.at <= clock.now()):
        text = pgettext_lazy("refusal", "Choose a day and time that is still to come.")
        raise ValidationError({"moment": ValidationError(text, code="moment")})


def _refuse_if_unready(story: Story) -> None:
    if told := missing(story, story.original()):
        raise ValidationError([ValidationError(text, code="not_ready") for text in told])


def _follow(story: Story, step: Step, moment: Moment | None) -> None:
    if step.after is not None and step.after != story.stage:
        story.stage, story.stage_since, story.reminded_at = step.after, clock.now(), None
    if moment and step.asks_moment:
        story.publish_at, story.publish_zone = moment.at, moment.zone
    elif story.stage != Stage.SCHEDULED:
        story.publish_at, story.publish_zone = None, ""
    if story.stage == Stage.PUBLISHED and story.topic_id is None:
        publishing.give_topic(story)


def _write_down(story: Story, step: Step, before: Stage, by: User | None, reason: str) -> None:
    taken = Taken.objects.create(
        story=story, step=step.name, before=before, after=story.stage, by=by, at=clock.now(), reason=reason
    )
    record(by or story.by, f"story-{step.name}", story, reason)
    tell(f"story-step {taken.pk}")


# What a step does beside moving the story.
_DOES: dict[str, Callable[[Story, User, str], None]] = {
    "publish": publishing.show,
    "correct": publishing.correct,
    "unpublish": publishing.take_back,
}

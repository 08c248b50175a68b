"""The one way along the editorial path."""

from collections.abc import Callable

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import pgettext_lazy

from space.accounts.models import User
from space.blog.actions import publishing
from space.blog.actions.finding import fresh, lock_story, touch
from space.blog.actions.gating import passed_reason
from space.blog.actions.history import last_taken, who_set_the_clock, write_down
from space.blog.actions.inside import refuse_at_rest
from space.blog.actions.readiness import missing
from space.blog.actions.reviewing import show_to_members
from space.blog.models import Stage, Story
from space.blog.steps import STEPS, Step, Who
from space.discuss.allowances import Allowances
from space.kit import clock
from space.web.moments import Moment

_SHARES = {Stage.REVIEW, Stage.SCHEDULED, Stage.PUBLISHED}


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
    reason = passed_reason(story, reason, by=by)
    if by and _is_done(story, step, by, reason, moment, seen):
        return fresh(story.pk)
    _refuse_if_elsewhere(story, step, seen)
    _refuse_without_what_it_asks(step, reason, moment)
    if step.needs_ready:
        _refuse_if_unready(story)
    if name == "correct":
        _refuse_without_news(story)
    if by and Who.AUTHORS in step.who:
        # Each step is told to many, and these anybody can take there and back.
        Allowances(by).take_edit()
    before = Stage(story.stage)
    _follow(story, step, moment)
    if story.shared_at is None and (name == "share" or story.stage in _SHARES):
        story.shared_at = clock.now()
    story.save()
    if story.shared_at and story.room_id is None:
        show_to_members(story)
    if name in _DOES:
        _DOES[name](story, by or who_set_the_clock(story), reason)
    write_down(story, step.name, before, by, reason)
    touch(story)
    return fresh(story.pk)


def _is_done(
    story: Story, step: Step, by: User, reason: str, moment: Moment | None, seen: Stage | str | None
) -> bool:
    """Whether this very form came before: a button that is pressed twice takes one step."""
    last = last_taken(story)
    if seen is None or last is None or (last.step, last.by_id, last.reason) != (step.name, by.pk, reason):
        return False
    if moment and (story.publish_at, story.publish_zone) != (moment.at, moment.zone):
        return False
    if step.after is None:
        return step.name != "correct" or not publishing.has_news(story)
    return last.before == seen and last.after == story.stage


def _refuse_if_elsewhere(story: Story, step: Step, seen: Stage | str | None) -> None:
    if story.stage in step.before and seen in (None, story.stage):
        return
    last, stage = last_taken(story), story.get_stage_display()
    if last and last.by:
        text = pgettext_lazy(
            "refusal",
            "%(name)s was quicker: this story now stands at “%(stage)s”. Look at it again before you decide.",
        )
        raise ValidationError(
            text, code="elsewhere", params={"name": f"\u2068{last.by.name}\u2069", "stage": stage}
        )
    raise ValidationError(
        pgettext_lazy(
            "refusal",
            "This story now stands at “%(stage)s”. Look at it again before you decide.",
        ),
        code="elsewhere",
        params={"stage": stage},
    )


def _refuse_without_what_it_asks(step: Step, reason: str, moment: Moment | None) -> None:
    if step.asks_reason and not reason.strip():
        text = pgettext_lazy("refusal", "Say why: its authors and all who read its history will see it.")
        raise ValidationError({"reason": ValidationError(text, code="reason")})
    if step.asks_moment and (moment is None or moment.at <= clock.now()):
        text = pgettext_lazy("refusal", "Choose a day and time that is still to come.")
        raise ValidationError(text, code="moment")


def _refuse_if_unready(story: Story) -> None:
    refuse_at_rest(story)
    if told := missing(story, story.original()):
        raise ValidationError([ValidationError(text, code="not_ready") for text in told])


def _refuse_without_news(story: Story) -> None:
    if not publishing.has_news(story):
        text = pgettext_lazy(
            "refusal", "Readers see the newest version already: there is nothing to correct."
        )
        raise ValidationError(text, code="no_news")


def _follow(story: Story, step: Step, moment: Moment | None) -> None:
    if step.after is not None and step.after != story.stage:
        story.stage, story.stage_since, story.reminded_at = step.after, clock.now(), None
    if moment and step.asks_moment:
        story.publish_at, story.publish_zone = moment.at, moment.zone
    elif story.stage != Stage.SCHEDULED:
        story.publish_at, story.publish_zone = None, ""
    if story.stage == Stage.PUBLISHED and story.topic_id is None:
        publishing.give_topic(story)


# What a step does beside moving the story.
_DOES: dict[str, Callable[[Story, User, str], None]] = {
    "publish": publishing.show,
    "correct": publishing.correct,
    "unpublish": publishing.take_back,
}

"""What happens at its minute: scheduled stories appear, and long waits are told of. Each story has its own transaction,
which looks again once it has the story for itself: what was done before, by a worker that died or by a person, is done.
"""

import logging
from collections.abc import Callable
from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import translation

from space.blog.actions.finding import lock_story
from space.blog.actions.steps import take_step
from space.blog.models import Stage, Story
from space.blog.numbers import REMINDER_DAYS
from space.kit import clock
from space.notifications.actions import tell

log = logging.getLogger(__name__)


def publish_due() -> int:
    """Stories whose minute has come, or passed while no worker was there. Says how many appeared."""
    due = Story.objects.for_actions().filter(stage=Stage.SCHEDULED, publish_at__lte=clock.now())
    return sum(_each(pk, _publish) for pk in due.order_by("publish_at", "pk").values_list("pk", flat=True))


def remind() -> int:
    """Stories that have been in review for too long without having been told of. Says how many there were."""
    since = clock.now() - timedelta(days=REMINDER_DAYS())
    late = Story.objects.for_actions().filter(stage=Stage.REVIEW, stage_since__lte=since, reminded_at=None)
    return sum(_each(pk, _remind) for pk in late.order_by("pk").values_list("pk", flat=True))


def _each(pk: int, act: Callable[[int], bool]) -> bool:
    """Whatever goes wrong with one, others have their turn; the next minute tries it again."""
    try:
        return act(pk)
    except Exception:
        log.exception("story %s: %s", pk, act.__name__)
        return False


@transaction.atomic
def _publish(pk: int) -> bool:
    story = lock_story(pk)
    if story.stage != Stage.SCHEDULED or story.publish_at is None or story.publish_at > clock.now():
        return False
    try:
        with transaction.atomic(), translation.override(story.language):
            take_step(story, "publish", by=None)
    except ValidationError as refused:
        _give_back(story, refused)
        return False
    return True


def _give_back(story: Story, refused: ValidationError) -> None:
    """To review, with what is missing as the reason: its authors, its reviewer and the board are told."""
    with translation.override(story.language):
        take_step(story, "unschedule", by=None, reason=" ".join(map(str, refused.messages)))


@transaction.atomic
def _remind(pk: int) -> bool:
    story = lock_story(pk)
    if story.stage != Stage.REVIEW or story.reminded_at is not None:
        return False
    story.reminded_at = clock.now()
    story.save(update_fields=["reminded_at"])
    tell(f"story-waits {pk} {int(story.stage_since.timestamp())}")
    return True

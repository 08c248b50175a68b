"""Who has the review of a story."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import pgettext_lazy

from space.accounts.models import User
from space.blog.actions.finding import fresh, lock_story, touch
from space.blog.actions.history import CLAIM, LEAVE, write_down
from space.blog.models import UNDER_WAY, Stage, Story
from space.discuss.actions.reading import follow_topic
from space.discuss.models import Level
from space.kit import clock


@transaction.atomic
def claim(story: Story, *, by: User, seen: int = 0) -> Story:
    """Take the review on. `seen` is who had it as the person saw it: of two at once the second is told of the first.

    Whoever has a review hears of every word in its conversation.
    """
    story = lock_story(story.pk)
    if story.reviewer_id == by.pk:
        return fresh(story.pk)
    _refuse_if_others_were_quicker(story, seen)
    story.reviewer, story.claimed_at = by, clock.now()
    story.save(update_fields=["reviewer", "claimed_at"])
    if story.room:
        follow_topic(story.room, by=by, level=Level.WATCHING)
    write_down(story, CLAIM, Stage(story.stage), by)
    touch(story)
    return fresh(story.pk)


@transaction.atomic
def leave(story: Story, *, by: User) -> Story:
    """Nobody has it any more: others may take it on."""
    story = lock_story(story.pk)
    if story.reviewer_id is None:
        return fresh(story.pk)
    story.reviewer = story.claimed_at = None
    story.save(update_fields=["reviewer", "claimed_at"])
    write_down(story, LEAVE, Stage(story.stage), by)
    touch(story)
    return fresh(story.pk)


def _refuse_if_others_were_quicker(story: Story, seen: int) -> None:
    if story.stage not in UNDER_WAY:
        text = pgettext_lazy("refusal", "It is not on its way any more: there is nothing to review.")
        raise ValidationError(text, code="elsewhere")
    if story.reviewer_id not in (None, seen):
        text = pgettext_lazy("refusal", "%(name)s was quicker, and reviews it now.")
        name = story.reviewer.name if story.reviewer else ""
        raise ValidationError(text, code="taken", params={"name": f"\u2068{name}\u2069"})

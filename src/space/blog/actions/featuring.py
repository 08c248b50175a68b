"""The story that stands first in the Blog."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import pgettext_lazy

from space.accounts.models import User
from space.blog.actions.finding import fresh, lock_story, touch
from space.blog.models import Story
from space.kit import clock
from space.moderation.actions import record


@transaction.atomic
def feature(story: Story, *, by: User) -> Story:
    """From now on, until another one is featured."""
    story = lock_story(story.pk)
    if not story.is_published or story.group_id:
        text = pgettext_lazy("refusal", "Only what is published can stand first in the Blog.")
        raise ValidationError(text, code="elsewhere")
    if story.featured_at is None:
        _mark(story, clock.now())
        record(by, "story-featured", story)
    return fresh(story.pk)


@transaction.atomic
def unfeature(story: Story, *, by: User) -> Story:
    story = lock_story(story.pk)
    if story.featured_at is not None:
        _mark(story, None)
        record(by, "story-unfeatured", story)
    return fresh(story.pk)


def _mark(story: Story, at: datetime | None) -> None:
    story.featured_at = at
    story.save(update_fields=["featured_at"])
    touch(story)

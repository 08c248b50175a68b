"""A draft that nobody but its authors has seen is theirs alone again."""

from django.db import transaction

from space.accounts.models import User
from space.blog.actions.finding import lock_story, touch
from space.blog.actions.history import write_down
from space.blog.models import Stage, Story

_ASKED = {Stage.REVIEW, Stage.CHANGES}


@transaction.atomic
def unshare(story: Story, *, by: User) -> Story:
    """As before it was shared: sharing it anew asks the gates anew, and gives it another conversation beside it."""
    story = lock_story(story.pk)
    before = Stage(story.stage)
    story.stage = Stage.DRAFT if before in _ASKED else before
    story.shared_at = story.room = None
    story.save(update_fields=["stage", "shared_at", "room"])
    write_down(story, "withdraw", before, by)
    touch(story)
    return story

"""What is written down of each step: for the history of the story, for the log, and for whom it concerns."""

from space.accounts.models import User
from space.blog.models import Stage, Story, Taken
from space.kit import clock
from space.moderation.actions import record
from space.notifications.actions import tell

# Beside the steps of the table: who has the review.
CLAIM, LEAVE = "claim", "leave"


def write_down(story: Story, step: str, before: Stage, by: User | None, reason: str = "") -> Taken:
    """`by` is None for the clock; the log then names who had set it."""
    taken = Taken.objects.create(
        story=story, step=step, before=before, after=story.stage, by=by, at=clock.now(), reason=reason
    )
    record(by or who_set_the_clock(story), f"story-{step}", story, reason)
    tell(f"story-step {taken.pk}")
    return taken


def last_taken(story: Story) -> Taken | None:
    """Of the steps along the path."""
    steps = story.taken.exclude(step__in=[CLAIM, LEAVE])
    return steps.select_related("by").order_by("-at", "-pk").first()


def who_set_the_clock(story: Story) -> User:
    """Who scheduled it last; what the clock does is done in their name."""
    found = story.taken.filter(step="schedule", by__isnull=False).select_related("by")
    last = found.order_by("-at", "-pk").first()
    return last.by if last and last.by else story.by

"""Authors take back what is held, before anybody has decided about it."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import pgettext_lazy

from space.accounts.models import User
from space.blog.actions.finding import lock_story
from space.blog.actions.unsharing import unshare
from space.discuss.actions.deleting import stay_deleted
from space.discuss.actions.editing import go_back
from space.discuss.models import Post
from space.kit import clock
from space.moderation.actions import record
from space.review.actions import sight
from space.review.actions.finding import changed, lock_case
from space.review.models import Case
from space.review.models.held import before_change, story_of


@transaction.atomic
def take_back(case: Case, *, by: User) -> Case:
    """Nobody comes to see it, and nobody has to decide. What stood there before stays; a second time changes nothing.

    Raises a ValidationError with code `decided` where a moderator was first.
    """
    post = sight.post_of(case)
    story = story_of(post) if post else None
    if story:
        # Who saves its text waits for the story first, and for the case then.
        lock_story(story.pk)
    case = lock_case(case.pk)
    if case.taken_back_at:
        return case
    if not case.waits or not case.is_held:
        raise ValidationError(
            pgettext_lazy(
                "held", "A moderator was quicker and has decided about it. Here you read what they did."
            ),
            code="decided",
        )
    case.taken_back_at = case.decided_at = clock.now()
    changed(case, "taken_back_at", "decided_at")
    case.flags.update(sender="")
    if post:
        _leave_unsaid(case, post, by)
    if story:
        unshare(story, by=by)
    record(by, "held-taken-back", sight.thing_of(case), case=case.pk)
    return case


def _leave_unsaid(case: Case, post: Post, by: User) -> None:
    """What it said before is seen again; what said nothing before is gone."""
    if before := before_change(case, post):
        go_back(post, before)
        sight.show(case, by=User.objects.system())
    elif post.number == 1:
        stay_deleted(post.topic, by=by)

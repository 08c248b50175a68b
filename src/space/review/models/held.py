"""What is held, as it matters to who would rather leave it unsaid."""

from datetime import timedelta
from typing import NamedTuple

from space.accounts.models import User
from space.accounts.readers import Reader
from space.blog.models import Story
from space.discuss.models import Post, Revision, TopicDeletion
from space.discuss.openings import first_stays
from space.review.models.cases import Case, Flag

# Between what somebody writes and the flag that it meets at the gate: so soon it was held as it came.
AT_ONCE = timedelta(minutes=1)


class Held(NamedTuple):
    """The post, where it is one, with its topic; and what it said before the change that is held.

    `story` is the one for which the post speaks: it opens the conversation beside its draft. `is_flagged` says that
    there is more to answer than what the gate found now.
    """

    post: Post | None
    before: Revision | None
    story: Story | None
    is_flagged: bool


def what_is_held(case: Case, reader: Reader) -> Held:
    post = case.post_for(reader)
    before = before_change(case, post) if post else None
    flags = list(case.flags.filter(withdrawn_at=None))
    is_flagged = any(not one.rule or (before is not None and one.at < before.at) for one in flags)
    return Held(post, before, story_of(post) if post else None, is_flagged)


def before_change(case: Case, post: Post) -> Revision | None:
    """What the post said when it was last seen, and says again where the change is undone.

    None where it came held, or is more than its words.
    """
    last = words_before(case, post)
    if last is None or not first_stays(post):
        return None
    if TopicDeletion.objects.filter(topic=post.topic_id).exclude(by=User.objects.system()).exists():
        return None
    return last


def words_before(case: Case, post: Post) -> Revision | None:
    """What the post said before the change that met the gate last. None where it came so."""
    held_at = (
        Flag.objects.filter(case=case).exclude(rule="").order_by("-at").values_list("at", flat=True).first()
    )
    last = post.revisions.order_by("-version").first()
    if held_at is None or last is None:
        return None
    return last if timedelta() <= held_at - last.at < AT_ONCE else None


def story_of(post: Post) -> Story | None:
    """For which this post speaks."""
    return Story.objects.for_actions().filter(room=post.topic_id).first() if post.number == 1 else None

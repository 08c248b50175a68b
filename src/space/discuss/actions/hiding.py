from django.db import transaction

from space.accounts.models import User
from space.discuss.actions.counting import count_turned, tell
from space.discuss.actions.finding import lock_topic
from space.discuss.models import Post
from space.kit import clock
from space.moderation.actions import record
from space.web import versions


@transaction.atomic
def hide_post(post: Post, *, by: User, reason: str = "") -> Post:
    """Take a post out of sight, everywhere at once. Its number stays its own."""
    post, turned = turn(post, hidden=True)
    if turned:
        record(by, "post-hidden", post, reason)
    return post


@transaction.atomic
def show_post(post: Post, *, by: User, reason: str = "") -> Post:
    post, turned = turn(post, hidden=False)
    if turned:
        record(by, "post-shown", post, reason)
    return post


def turn(post: Post, *, hidden: bool) -> tuple[Post, bool]:
    """The post fresh, out of sight or back in it, with all counters; and whether that changed anything."""
    topic = lock_topic(post.topic_id)
    post = Post.objects.for_actions().select_for_update(no_key=True).get(pk=post.pk)
    post.topic = topic
    if (post.hidden_at is not None) is hidden:
        return post, False
    post.hidden_at = clock.now() if hidden else None
    post.version += 1
    post.save(update_fields=["hidden_at", "version"])
    count_turned(post, topic, -1 if hidden else 1)
    tell(topic, versions.EVERYTHING)
    return post, True

from django.db import transaction
from django.db.models import F

from space.accounts.models import User
from space.discuss.actions.counting import count_in_category, tell
from space.discuss.models import Post, Topic
from space.kit import clock
from space.moderation.actions import record
from space.web import versions


@transaction.atomic
def hide_post(post: Post, *, by: User, reason: str = "") -> Post:
    """Take a post out of sight, everywhere at once. Its number stays its own."""
    return _turn(post, by=by, hidden=True, reason=reason)


@transaction.atomic
def show_post(post: Post, *, by: User, reason: str = "") -> Post:
    return _turn(post, by=by, hidden=False, reason=reason)


def _turn(post: Post, *, by: User, hidden: bool, reason: str) -> Post:
    post = (
        Post.objects.for_actions()
        .select_for_update(of=("self",), no_key=True)
        .select_related("topic")
        .get(pk=post.pk)
    )
    if (post.hidden_at is not None) is hidden:
        return post
    post.hidden_at = clock.now() if hidden else None
    post.version += 1
    post.save(update_fields=["hidden_at", "version"])
    step = -1 if hidden else 1
    Topic.objects.for_actions().filter(pk=post.topic_id).update(
        posts_count=F("posts_count") + step, version=F("version") + 1
    )
    post.topic.posters.filter(person=post.author_id).update(posts=F("posts") + step)
    record(by, "post-hidden" if hidden else "post-shown", post, reason)
    count_in_category(post.topic, posts=step)
    tell(post.topic, versions.EVERYTHING)
    return post

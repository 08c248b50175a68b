from django.db import transaction

from space.accounts.models import User
from space.discuss.actions.answering import forget_answer
from space.discuss.actions.counting import count_turned, tell
from space.discuss.actions.deeds import forget_title
from space.discuss.actions.finding import lock_post
from space.discuss.actions.indexing import forget_post, index_post
from space.discuss.actions.telling import tell_turned
from space.discuss.models import Deletion, Hiding, Post, Revision
from space.kit import clock
from space.moderation.actions import record
from space.web import versions


@transaction.atomic
def hide_post(post: Post, *, by: User, reason: str = "") -> Post:
    """Take a post out of sight, everywhere at once. Its number stays its own."""
    post, turned = turn(post, hidden=True, by=by)
    if turned:
        record(by, "post-hidden", post, reason)
    return post


@transaction.atomic
def show_post(post: Post, *, by: User, reason: str = "") -> Post:
    post, turned = turn(post, hidden=False, by=by)
    if turned:
        record(by, "post-shown", post, reason)
    return post


@transaction.atomic
def hide_version(revision: Revision, *, by: User, reason: str = "") -> Revision:
    """Keep how a post once read from everybody but moderators, with the pictures that only this version shows."""
    _, is_new = Hiding.objects.get_or_create(
        revision=revision, defaults={"by": by, "reason": reason, "at": clock.now()}
    )
    if is_new:
        forget_title(revision.post.topic, revision.title)
        record(by, "version-hidden", revision.post, reason, version=revision.version)
        versions.bump(versions.EVERYTHING)
    return _fresh(revision)


@transaction.atomic
def show_version(revision: Revision, *, by: User) -> Revision:
    deleted, _ = Hiding.objects.filter(revision=revision).delete()
    if deleted:
        record(by, "version-shown", revision.post, version=revision.version)
    return _fresh(revision)


def _fresh(revision: Revision) -> Revision:
    return Revision.objects.select_related("post", "hiding__by").get(pk=revision.pk)


def turn(post: Post, *, hidden: bool, by: User) -> tuple[Post, bool]:
    """The post fresh, out of sight or back in it, with all counters; and whether that changed anything.

    Out of sight it answers no question any more; back in sight it is not deleted.
    """
    post = lock_post(post)
    if (post.hidden_at is not None) is hidden:
        return post, False
    post.hidden_at = clock.now() if hidden else None
    post.version += 1
    post.save(update_fields=["hidden_at", "version"])
    if hidden:
        forget_answer(post, post.topic, by=by)
        forget_post(post)
    else:
        Deletion.objects.filter(post=post).delete()
        index_post(post, post.topic)
    tell_turned(post)
    tell(post.topic, versions.EVERYTHING)
    count_turned(post, post.topic, -1 if hidden else 1)
    return post, True

from django.db import transaction

from space.accounts.models import User
from space.discuss.actions.counting import touch
from space.discuss.actions.finding import lock_post
from space.discuss.models import Post
from space.moderation.actions import record


@transaction.atomic
def make_wiki(post: Post, *, by: User) -> Post:
    """Let members edit a post together. It stays its author's."""
    return _turn(post, by, is_wiki=True)


@transaction.atomic
def end_wiki(post: Post, *, by: User) -> Post:
    """From now on its author and moderators alone edit it. What members wrote stays."""
    return _turn(post, by, is_wiki=False)


def _turn(post: Post, by: User, *, is_wiki: bool) -> Post:
    post = lock_post(post)
    if post.is_wiki is is_wiki:
        return post
    post.is_wiki = is_wiki
    post.version += 1
    post.save(update_fields=["is_wiki", "version"])
    record(by, "wiki-began" if is_wiki else "wiki-ended", post)
    touch(post.topic)
    return post

"""Taking a thing out of sight and bringing it back, by what Discuss has for that."""

from datetime import datetime

from django.db.models import Model

from space.accounts.models import User
from space.discuss.actions import delete_post, delete_topic, hide_post, reopen_topic, restore_topic, show_post
from space.discuss.models import Audience, Closure, Deletion, Post, TopicDeletion
from space.discuss.openings import opening_of
from space.review.actions.sayings import let_stand, saying_of, take_away
from space.review.models import Case
from space.review.sayings import logged
from space.review.things import PICTURE, PORTRAIT, POST
from space.uploads.actions import hide_file, hide_portrait, show_file, show_portrait
from space.uploads.models import Portrait, Upload


def post_of(case: Case) -> Post | None:
    if case.thing_kind != POST:
        return None
    posts = Post.objects.for_actions().select_related("topic__category", "topic__group", "author")
    return posts.filter(pk=case.thing_id).first()


def picture_of(case: Case) -> Upload | None:
    if case.thing_kind != PICTURE:
        return None
    return Upload.objects.for_actions().filter(pk=case.thing_id).first()


def portrait_of(case: Case) -> Portrait | None:
    if case.thing_kind != PORTRAIT:
        return None
    return Portrait.objects.filter(pk=case.thing_id).first()


def thing_of(case: Case) -> Model:
    """What the log speaks of: the thing itself, or its author where that is all there is."""
    if saying := saying_of(case):
        return logged(saying) or case.author
    return post_of(case) or picture_of(case) or case.author


def hide(case: Case, *, by: User, reason: str = "") -> None:
    """A post; a topic where nothing of it would be left, or whose kind opens with more than words; a picture; words."""
    if picture := picture_of(case):
        hide_file(picture, by=by, reason=reason)
    if saying := saying_of(case):
        take_away(saying)
    if portrait := portrait_of(case):
        hide_portrait(portrait, by=by, reason=reason)
    post = post_of(case)
    if post is None:
        return
    if _is_whole(post):
        delete_topic(post.topic, by=by, reason=reason)
    else:
        hide_post(post, by=by, reason=reason)


def hold(case: Case, *, by: User) -> None:
    """As hidden, a whole topic as well; and nobody is told of it until it is shown."""
    post = post_of(case)
    if post is None:
        return
    is_whole = _is_whole(post)
    hide_post(post, by=by)
    if is_whole:
        delete_topic(post.topic, by=by)


def show(case: Case, *, by: User) -> None:
    """The way back of all that takes out of sight, but for what its author took away themselves."""
    if picture := picture_of(case):
        show_file(picture, by=by)
    if saying := saying_of(case):
        let_stand(saying)
    if portrait := portrait_of(case):
        show_portrait(portrait, by=by)
    post = post_of(case)
    if post is None or _taken_back(post):
        return
    if post.topic.audience == Audience.NOBODY and post.number == 1:
        restore_topic(post.topic, by=by)
    if post.hidden_at:
        show_post(post, by=by)


def delete(case: Case, *, by: User, reason: str) -> None:
    post = post_of(case)
    if post is None:
        return
    if post.number == 1:
        delete_topic(post.topic, by=by, reason=reason)
    else:
        delete_post(post, by=by, reason=reason)


def open_again(case: Case, *, closed_by: User, since: datetime, by: User) -> None:
    """The topic that they closed with their decision; what somebody else closed, or before, stays closed."""
    post = post_of(case)
    if post and Closure.objects.filter(topic=post.topic, by=closed_by, at__gte=since).exists():
        reopen_topic(post.topic, by=by)


def _taken_back(post: Post) -> bool:
    alone = Deletion.objects.filter(post=post, by=post.author_id).exists()
    whole = TopicDeletion.objects.filter(topic=post.topic_id, by=post.author_id)
    return alone or (post.number == 1 and whole.exists())


def _is_whole(post: Post) -> bool:
    return post.number == 1 and (opening_of(post.topic.kind) is not None or post.topic.posts_count <= 1)

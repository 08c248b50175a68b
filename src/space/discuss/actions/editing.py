from datetime import timedelta

from django.db import transaction

from space.accounts.models import User
from space.discuss.actions.counting import touch
from space.discuss.allowances import Allowances
from space.discuss.models import Mention, Post, Revision, Topic
from space.discuss.numbers import EDIT_GRACE_MINUTES
from space.discuss.text import Text, compose, slug_of
from space.kit import clock
from space.kit.fields import one_line
from space.moderation.actions import record
from space.uploads.actions import attach


@transaction.atomic
def edit_post(post: Post, *, by: User, text: str, title: str = "", language: str = "") -> Post:
    """Change a post, and with the first one the topic's title. What it was before is kept as a revision.

    The author's own edit in the first minutes makes no revision. Saving it unchanged does nothing.
    """
    post = (
        Post.objects.for_actions()
        .select_for_update(of=("self",), no_key=True)
        .select_related("topic__category")
        .get(pk=post.pk)
    )
    title = one_line(title) if post.number == 1 else ""
    composed = compose(text, by=by, language=language, otherwise=post.language)
    if _is_unchanged(post, composed, title):
        return post
    Allowances(by).take_edit()
    Allowances(by).check(composed.rendered)
    if not _in_grace(post, by):
        _keep_revision(post, by)
    _rewrite(post, composed)
    attach(post, by=by, addresses=composed.rendered.uploads)
    if post.number == 1:
        _describe(post.topic, title or post.topic.title, composed)
    if by.pk != post.author_id:
        record(by, "post-edited", post)
    touch(post.topic)
    return post


def _is_unchanged(post: Post, text: Text, title: str) -> bool:
    same_text = (post.source, post.language) == (text.source, text.language)
    return same_text and title in {"", post.topic.title}


def _in_grace(post: Post, by: User) -> bool:
    recent = clock.now() - post.created_at < timedelta(minutes=EDIT_GRACE_MINUTES())
    return recent and by.pk == post.author_id


def _keep_revision(post: Post, by: User) -> None:
    Revision.objects.create(
        post=post,
        version=post.version,
        source=post.source,
        html=post.html,
        title=post.topic.title if post.number == 1 else "",
        language=post.language,
        by=by,
        at=clock.now(),
    )
    post.edited_at = clock.now()


def _rewrite(post: Post, text: Text) -> None:
    for name, value in text.stored().items():
        setattr(post, name, value)
    post.version += 1
    post.save(update_fields=[*text.stored(), "version", "edited_at"])
    post.mentions.exclude(person__in=text.named).delete()
    Mention.objects.bulk_create(
        [Mention(post=post, person_id=pk) for pk in text.named], ignore_conflicts=True
    )


def _describe(topic: Topic, title: str, text: Text) -> None:
    """The first post speaks for its topic: title, address, language, first words."""
    topic.title, topic.slug = title, slug_of(title)
    topic.language, topic.excerpt = text.language, text.rendered.excerpt()
    topic.save(update_fields=["title", "slug", "language", "excerpt"])

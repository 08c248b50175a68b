"""Which post answers a question."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import pgettext_lazy

from space.accounts.models import User
from space.discuss.actions.counting import touch
from space.discuss.actions.deeds import lock_as_seen, note
from space.discuss.actions.finding import in_its_topic
from space.discuss.allowances import Allowances
from space.discuss.models import Answer, Did, Post, Topic
from space.kit import clock


@transaction.atomic
def choose_answer(post: Post, *, by: User) -> Topic:
    """Say that this post answers the question. It takes the place of the one that was chosen before."""
    topic = lock_as_seen(post.topic)
    post = in_its_topic(Post.objects.for_actions().get(pk=post.pk), topic)
    if post.hidden_at is not None or post.number == 1:
        raise ValidationError(pgettext_lazy("answer", "This post cannot be the answer."), code="no_answer")
    before = Answer.objects.filter(topic=topic).select_related("post").first()
    if before is None or before.post_id != post.pk:
        Allowances(by).take_edit()
        Answer.objects.update_or_create(topic=topic, defaults={"post": post, "by": by, "at": clock.now()})
        was = str(before.post.number) if before else ""
        note(topic, Did.ANSWERED, by=by, before=was, after=str(post.number), post=post.pk)
        touch(topic)
    return _fresh(topic.pk)


@transaction.atomic
def take_back_answer(topic: Topic, *, by: User) -> Topic:
    """The question is open again."""
    topic = lock_as_seen(topic)
    before = Answer.objects.filter(topic=topic).select_related("post").first()
    if before:
        Allowances(by).take_edit()
        _forget(topic, before, by)
        touch(topic)
    return _fresh(topic.pk)


def forget_answer(post: Post, topic: Topic, *, by: User) -> None:
    """A post that is out of sight answers nothing. Expects the topic to be locked, and touched by who asks."""
    answer = Answer.objects.filter(post=post).first()
    if answer:
        answer.post = post
        _forget(topic, answer, by)


def _forget(topic: Topic, answer: Answer, by: User) -> None:
    note(topic, Did.UNANSWERED, by=by, before=str(answer.post.number), post=answer.post_id)
    answer.delete()


def _fresh(pk: int) -> Topic:
    return Topic.objects.for_actions().select_related("category", "closure", "answer__post").get(pk=pk)

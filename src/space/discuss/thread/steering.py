"""What one may do with a post as a whole: items of its menu, and for who asked, the button that accepts an answer."""

from collections.abc import Iterable

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import get_language, pgettext_lazy

from space.accounts.readers import Reader
from space.discuss.models import Post, Topic
from space.discuss.thread.acts import Act, Does
from space.discuss.thread.marks import Mark
from space.discuss.topic_rules import can_choose_answer, can_delete, can_move_posts
from space.web import fragments

# Stands for the number of a post; too high to be one.
_NUMBER = 2_147_483_647


def accept_buttons(topic: Topic, marks: Iterable[Mark], reader: Reader) -> dict[int, str]:
    """Beside each reply, for who asked and has no answer yet; by the ids of posts."""
    if topic.author_id != reader.pk or topic.is_solved or not can_choose_answer(reader, topic):
        return {}

    def build(_: object) -> dict[int, str]:
        shown = {"accept_url": _accept(topic, _NUMBER), "number": _NUMBER}
        return {topic.pk: render_to_string("discuss/_accept.html", shown)}

    html = fragments.kept("accept", [topic.pk], build, language=get_language() or "")[topic.pk]
    return {mark.pk: html.replace(str(_NUMBER), str(mark.number)) for mark in marks if mark.number > 1}


def is_answer(post: Post, topic: Topic) -> bool:
    return topic.is_solved and topic.answer.post_id == post.pk


def _may_choose(reader: Reader, post: Post, topic: Topic) -> bool:
    return post.number > 1 and bool(can_choose_answer(reader, topic))


def _accept(topic: Topic, number: int) -> str:
    return reverse("discuss:choose_answer", args=[topic.pk, number])


def _move(post: Post, topic: Topic) -> str:
    return f"{reverse('discuss:move_posts', args=[topic.slug, topic.pk])}?posts={post.number}"


def _take_back(_: Post, topic: Topic) -> str:
    return reverse("discuss:take_back_answer", args=[topic.pk])


ACTS = (
    Act(
        "accept",
        pgettext_lazy("act", "Accept as the answer"),
        "check",
        lambda post, topic: _accept(topic, post.number),
        lambda reader, post, topic: _may_choose(reader, post, topic) and not is_answer(post, topic),
        Does.SENDS,
        order=14,
    ),
    Act(
        "take-back",
        pgettext_lazy("act", "Not the answer after all"),
        "undo",
        _take_back,
        lambda reader, post, topic: _may_choose(reader, post, topic) and is_answer(post, topic),
        Does.SENDS,
        order=14,
    ),
    Act(
        "move",
        pgettext_lazy("act", "Move this post…"),
        "move",
        _move,
        lambda reader, _, topic: can_move_posts(reader, topic),
        order=80,
    ),
    Act(
        "delete",
        pgettext_lazy("act", "Delete…"),
        "trash",
        "discuss:delete_post",
        lambda reader, post, _: can_delete(reader, post),
        order=90,
        destructive=True,
    ),
)

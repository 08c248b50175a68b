"""What one may do with any post, as Discuss itself has it."""

from collections.abc import Callable

from django.urls import reverse
from django.utils.translation import pgettext_lazy

from space.accounts.readers import Reader
from space.discuss.asking.rules import can_mark, can_unmark
from space.discuss.models import Post, Topic
from space.discuss.notes import can_note
from space.discuss.permissions import can_edit, can_follow, can_make_wiki, can_reply, takes_replies
from space.discuss.thread.acts import Act, Does, May, register
from space.discuss.thread.steering import ACTS as STEERING
from space.discuss.topic_rules import can_set_language
from space.kit.rules import Verdict


def register_plain_acts() -> None:
    register(
        Act("reply", pgettext_lazy("act", "Reply"), "reply", _reply, _may_reply, order=10, beside=True),
        Act("quote", pgettext_lazy("act", "Quote"), "quotes", _quote, _may_reply, order=12, beside=True),
        Act("edit", pgettext_lazy("act", "Edit"), "edit", "discuss:edit", _of_post(can_edit), order=20),
        Act(
            "wiki",
            pgettext_lazy("act", "Edit together"),
            "userGroup",
            "discuss:wiki",
            _of_post(can_make_wiki),
            order=22,
        ),
        Act(
            "language",
            pgettext_lazy("act", "Language of this post"),
            "language",
            "discuss:speak",
            _of_post(can_set_language),
            order=24,
        ),
        Act(
            "note",
            pgettext_lazy("act", "Content note"),
            "warning",
            "discuss:note",
            _of_post(can_note),
            order=25,
        ),
        Act(
            "bookmark",
            pgettext_lazy("act", "Bookmark with a note"),
            "bookmark",
            _bookmark,
            _may_bookmark,
            order=30,
        ),
        Act(
            "link",
            pgettext_lazy("act", "Link to this post"),
            "link",
            "discuss:post",
            does=Does.COPIES,
            order=40,
        ),
        Act(
            "share", pgettext_lazy("act", "Share"), "share", "discuss:share_post", does=Does.SHARES, order=42
        ),
        Act(
            "reactions",
            pgettext_lazy("act", "Who reacted"),
            "heart",
            "discuss:reactions",
            _has_reactions,
            Does.OPENS,
            order=60,
        ),
        Act("history", pgettext_lazy("act", "History"), "history", "discuss:history", _is_edited, order=62),
        Act("source", pgettext_lazy("act", "As it was typed"), "code", "discuss:source", order=64),
        Act(
            "answer-for",
            pgettext_lazy("act", "This answers for the group that was asked"),
            "userGroup",
            "discuss:answer_for",
            _of_post(can_mark),
            Does.SENDS,
            order=26,
        ),
        Act(
            "answer-for-self",
            pgettext_lazy("act", "This does not answer for the group"),
            "userGroup",
            "discuss:answer_for_self",
            _of_post(can_unmark),
            Does.SENDS,
            order=26,
        ),
        *STEERING,
    )


def _of_post(rule: Callable[[Reader, Post], Verdict]) -> May:
    return lambda reader, post, _: rule(reader, post)


def _reply(post: Post, topic: Topic) -> str:
    return f"{reverse('discuss:reply', args=[topic.slug, topic.pk])}?post={post.number}"


def _quote(post: Post, topic: Topic) -> str:
    return f"{reverse('discuss:reply', args=[topic.slug, topic.pk])}?quote={post.number}"


def _bookmark(post: Post, topic: Topic) -> str:
    return reverse("discuss:bookmark", args=[topic.pk, post.number])


def _may_reply(reader: Reader, post: Post, topic: Topic) -> Verdict:
    """Who has not signed in yet is asked to, there."""
    return (can_reply if reader.is_authenticated else takes_replies)(reader, topic)


def _may_bookmark(reader: Reader, post: Post, topic: Topic) -> Verdict:
    return can_follow(reader)


def _is_edited(reader: Reader, post: Post, topic: Topic) -> bool:
    return post.edited_at is not None


def _has_reactions(reader: Reader, post: Post, topic: Topic) -> bool:
    return bool(post.reactions)

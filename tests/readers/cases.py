"""What waits in the review queue, for the table of readers."""

from dataclasses import dataclass
from typing import Any

from space.accounts.models import User
from space.discuss.models import Post
from space.review.actions import Ruling, appeal, decide, flag, keep_answer
from space.review.actions.flagging import Told
from space.review.models import Appeal, CannedAnswer, Case, Did, Why
from space.review.things import person_thing, post_thing
from space.testing.rooms import MARKER


@dataclass(frozen=True)
class Reviews:
    case: Case
    # Of the closed group, which has not asked the moderators in.
    secret_case: Case
    appeal: Appeal
    answer: CannedAnswer


def review(post: Post, secret_post: Post, ada: User, system: User) -> Reviews:
    """Flags by a rule, so that nobody of the cast is part of them; one decision, and an appeal."""
    author = post.author
    about = [
        _flag(person_thing(author), "A picture"),
        _flag(_of(post), "A map?"),
        _flag(_of(secret_post), MARKER),
    ]
    decision = decide(about[0], Ruling(Did.AGREE, clause="rights", reason="Not yours."), by=system)
    answer = keep_answer(CannedAnswer(title="Maps", language="en", text="Say where it is from."), by=ada)
    return Reviews(about[1], about[2], appeal(decision, "It is mine.", by=author), answer)


def _of(post: Post) -> Any:
    return post_thing(Post.objects.for_actions().select_related("author", "topic__group").get(pk=post.pk))


def _flag(thing: Any, words: str) -> Case:
    return flag(thing, Told(Why.ELSE, words, rule="links"), by=None).case

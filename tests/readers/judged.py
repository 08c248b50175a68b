"""What Kofi flagged, and what was decided about him in the closed group."""

from dataclasses import dataclass
from datetime import timedelta

from space.accounts.models import User
from space.discuss.actions import write_reply
from space.discuss.models import Post, Topic
from space.kit import clock
from space.limits.models import Bucket
from space.review.actions import Ruling, decide, flag
from space.review.actions.flagging import Told
from space.review.models import Case, Decision, Did, Flag, Why
from space.review.things import post_thing
from space.testing.rooms import MARKER


@dataclass
class Judged:
    """His flag; a decision that asks him to change a post, and one that is held."""

    flag: Flag
    decision: Decision
    held: Case


def judge(public: Post, secret: Topic, kofi: User, ada: User) -> Judged:
    asked, held = (_written(secret, kofi, word) for word in ("asked", "held"))
    made = _flag(asked, Why.SPAM, ada, "Unkind")
    ruling = Ruling(Did.ASK, clause="respect", reason=f"{MARKER} is unkind.")
    with clock.at(clock.now() - timedelta(hours=1)):
        decision = decide(made.case, ruling, by=ada)
    return Judged(_flag(public, Why.ELSE, kofi, "Is it his?"), decision, _flag(held, Why.SPAM, None).case)


def _written(secret: Topic, kofi: User, word: str) -> Post:
    """Whatever he wrote just before."""
    Bucket.objects.filter(who=f"person:{kofi.pk}").delete()
    return write_reply(secret, by=kofi, text=f"{MARKER} was {word} here")


def _flag(post: Post, why: str, by: User | None, words: str = MARKER) -> Flag:
    found = Post.objects.for_actions().select_related("author", "topic__group").get(pk=post.pk)
    rule = "" if by else "watched"
    return flag(post_thing(found), Told(why, words=words, rule=rule, holds=by is None), by=by)

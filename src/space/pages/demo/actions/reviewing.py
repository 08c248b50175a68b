"""Posts that were flagged, what moderators decided about them, and who asked for another look."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from space.accounts.models import User
from space.discuss.actions import write_reply
from space.discuss.models import Post
from space.kit import clock
from space.limits.actions import forget_unused
from space.pages.demo.actions.happening import key_at
from space.pages.demo.actions.settling import People
from space.pages.demo.cast import HERE, rows_of
from space.pages.demo.times import ago
from space.review.actions import Ruling, answer_appeal, appeal, claim, decide, flag
from space.review.actions.flagging import Told
from space.review.models import Case, Decision, Outcome
from space.review.things import post_thing

_RULE = "rule "
_LATER = timedelta(days=30)


@dataclass(frozen=True)
class Flagged:
    """One post of flagged.toml."""

    on: str
    author: str
    said: str
    language: str
    text: str
    flags: list[str] = field(default_factory=list)
    held: bool = False
    claimed: str = ""
    decided: str = ""
    did: str = ""
    clause: str = ""
    reason: str = ""
    follows: str = ""
    appeal: str = ""
    appeal_words: str = ""
    answered: str = ""
    answer: str = ""


def flagged() -> list[Flagged]:
    return rows_of(HERE / "flagged.toml", "post", Flagged)


def key_of(one: Flagged) -> UUID:
    return key_at(f"flagged/{one.on}/{one.author}")


def look_at(told: Iterable[Flagged], people: People, now: datetime) -> None:
    """All of it happens again, each at its time; what is there already stays as it is."""
    for one in told:
        key = key_of(one)
        first = Post.objects.for_actions().filter(key=key_at(f"{one.on}/1")).select_related("topic").first()
        if first is None or Post.objects.for_actions().filter(key=key).exists():
            continue
        # What these people used up elsewhere in the history of the demo does not count here.
        with clock.at(now + _LATER):
            forget_unused()
        with clock.at(now - ago(one.said)):
            post = write_reply(
                first.topic, by=people[one.author], text=one.text, language=one.language, key=key
            )
        _happen(one, _flags(one, post, people, now), people, now)


def _flags(one: Flagged, post: Post, people: People, now: datetime) -> Case:
    thing = post_thing(Post.objects.for_actions().select_related("author", "topic__group").get(pk=post.pk))
    for said in one.flags:
        who, why, since, words = (part.strip() for part in said.split("·"))
        by = None if who.startswith(_RULE) else people[who]
        rule = "" if by else who.removeprefix(_RULE)
        with clock.at(now - ago(since)):
            flag(thing, Told(why, words, rule=rule, holds=one.held), by=by)
    return Case.objects.for_actions().get(thing_kind=thing.kind, thing_id=post.pk)


def _happen(one: Flagged, case: Case, people: People, now: datetime) -> None:
    if one.claimed:
        claim(case, by=people[one.claimed])
    if not one.decided:
        return
    by, since = _who_and_when(one.decided, people)
    with clock.at(now - since):
        ruling = Ruling(one.did, clause=one.clause, reason=one.reason, follows=one.follows)
        decision = decide(case, ruling, by=by)
    if one.appeal:
        _appeal(one, decision, people, now)


def _appeal(one: Flagged, decision: Decision, people: People, now: datetime) -> None:
    with clock.at(now - ago(one.appeal)):
        asked = appeal(decision, one.appeal_words, by=people[one.author])
    if one.answered:
        who, since, outcome = (part.strip() for part in one.answered.split("·"))
        with clock.at(now - ago(since)):
            answer_appeal(asked, Outcome(outcome), one.answer, by=people[who])


def _who_and_when(text: str, people: People) -> tuple[User, timedelta]:
    who, _, since = text.rpartition("·")
    return people[who.strip()], ago(since.strip())

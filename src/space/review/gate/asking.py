"""The gate itself: words of the community for everybody, rules for who is new."""

from dataclasses import dataclass
from functools import partial

from django.core.exceptions import ValidationError
from django.utils.translation import pgettext

from space.accounts.models import Trust, User
from space.discuss.gates import Changed, Writing
from space.discuss.models import Post
from space.moderation.actions import record
from space.review.actions import flag
from space.review.actions.finding import is_staff
from space.review.actions.flagging import Told
from space.review.gate import words
from space.review.gate.actions import know, leave_trace
from space.review.gate.approval import needed
from space.review.gate.rules import RULES, WORD, Look, is_spam
from space.review.models import Does, WatchedWord, Why
from space.review.things import post_thing


def ask(writing: Writing) -> Changed | None:
    """Called by Discuss with every text that others will read. For who is known it asks the database nothing."""
    found = _watched(writing)
    look = Look(writing)
    is_new = writing.by.trust < Trust.MEMBER
    broken = [rule.name for rule in RULES if is_new and rule.is_on() and rule.applies(look)]
    broken += needed(look, is_new=is_new)
    if is_new:
        _leave_trace(look)
    elif look.strange:
        know(look.strange)
    replaced = _replaced(writing, found)
    if not (found or broken):
        return None
    held = broken + [WORD for one in found if one.does == Does.APPROVAL]
    flagged = [WORD] if any(one.does == Does.FLAG for one in found) else []
    told = ", ".join(dict.fromkeys(one.word for one in found))
    then = partial(_stands, held=held, flagged=flagged, told=told, replaced=replaced.times)
    return Changed(replaced.source, replaced.title, replaced.beside, then)


def _watched(writing: Writing) -> list[WatchedWord]:
    """Watched words in what is read. Who looks after the place may write them, so that they can talk of them."""
    text = writing.text
    found = [
        *words.find(writing.title, text.language),
        *words.find(text.rendered.text, text.language),
        *(one for said in writing.beside.values() for one in words.find(said, text.language)),
    ]
    met = list({one.word.pk: one.word for one in found}.values())
    if not met or is_staff(writing.by):
        return []
    refused = next((one for one in met if one.does == Does.REFUSE), None)
    if refused:
        raise _refusal(refused)
    return met


def _refusal(word: WatchedWord) -> ValidationError:
    told = pgettext("watched word", "“%(word)s” is not written here. Say it in other words.")
    sentences = [told % {"word": word.word}, word.note]
    return ValidationError(" ".join(filter(None, sentences)), code="watched_word")


@dataclass
class _Replaced:
    source: str
    title: str
    beside: dict[str, str]
    times: int = 0


def _replaced(writing: Writing, found: list[WatchedWord]) -> _Replaced:
    said = _Replaced(writing.text.source, writing.title, {})
    if not any(one.does == Does.REPLACE for one in found):
        return said

    def other(text: str) -> str:
        text, done = words.replaced(text, writing.text.language)
        said.times += len(done)
        return text

    said.source, said.title = other(said.source), other(said.title)
    said.beside = {name: other(text) for name, text in writing.beside.items()}
    return said


def _leave_trace(look: Look) -> None:
    if (look.marks or look.links) and not look.writing.before:
        leave_trace(look.writing.by, look.marks, look.links)


def _stands(post: Post, *, held: list[str], flagged: list[str], told: str, replaced: int) -> None:
    """What was found is done: in the transaction that stored the post."""
    system = User.objects.system()
    if replaced:
        record(system, "gate-replaced", post, words=replaced)
    rules = list(dict.fromkeys(held or flagged))
    for rule in rules:
        words_found = told if rule == WORD else ""
        flag(
            post_thing(post),
            Told(
                Why.SPAM if is_spam(rule) else Why.ELSE, words=words_found[:1000], rule=rule, holds=bool(held)
            ),
            by=None,
        )
    if rules:
        record(system, "gate-held" if held else "gate-flagged", post, rule=rules[0])

"""The gate itself: words of the community for everybody, rules for who is new."""

from dataclasses import dataclass, field
from functools import partial

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils.translation import pgettext

from space.accounts.models import Trust, User
from space.accounts.sayings import Saying
from space.discuss.gates import Changed, Writing
from space.discuss.models import Post
from space.moderation.actions import record
from space.review.actions import flag
from space.review.actions.finding import is_staff
from space.review.actions.flagging import Told
from space.review.actions.replacing import explain
from space.review.gate import words
from space.review.gate.actions import know, leave_trace
from space.review.gate.approval import needed
from space.review.gate.rules import RULES, WORD, Look, is_spam
from space.review.gate.words import Swapped
from space.review.models import Does, WatchedWord, Why
from space.review.things import Thing, post_thing


@dataclass
class Replaced:
    """The words with others in place of some."""

    source: str
    title: str
    beside: dict[str, str]
    swapped: list[Swapped] = field(default_factory=list)


@dataclass(frozen=True)
class Noticed:
    """What the gate found in a text: the names of rules that hold it, or only flag it; the words; what it says now."""

    held: list[str]
    flagged: list[str]
    told: str
    replaced: Replaced


def ask(writing: Writing) -> Changed | None:
    """Called by Discuss with every text that others will read. For who is known it asks the database nothing."""
    noticed = look_at(writing)
    if noticed is None:
        return None
    said = noticed.replaced
    return Changed(said.source, said.title, said.beside, partial(_stands, writing=writing, noticed=noticed))


def look_at(writing: Writing) -> Noticed | None:
    """Raises what a word refuses with."""
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
    return Noticed(list(dict.fromkeys(held)), flagged, told, replaced)


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


def _replaced(writing: Writing, found: list[WatchedWord]) -> Replaced:
    said = Replaced(writing.text.source, writing.title, {})
    if not any(one.does == Does.REPLACE for one in found):
        return said

    def other(text: str) -> str:
        text, done = words.replaced(text, writing.text.language)
        said.swapped += done
        return text

    said.source, said.title = other(said.source), other(said.title)
    said.beside = {name: other(text) for name, text in writing.beside.items()}
    return said


def _leave_trace(look: Look) -> None:
    if (look.marks or look.links) and not look.writing.before:
        leave_trace(look.writing.by, look.marks, look.links)


def _stands(post: Post, *, writing: Writing, noticed: Noticed) -> None:
    act_on(post_thing(post), post, noticed)
    said = noticed.replaced
    typed = {"text": writing.text.source, "title": writing.title, **writing.beside}
    now = {"text": said.source, "title": said.title, **said.beside}
    explain(Saying(writing.by, post, "post", typed, now, writing.text.language), said.swapped)


def act_on(thing: Thing | None, about: Model, noticed: Noticed) -> None:
    """What was found is done, in the transaction that stores the words; the log tells of it as `about` something."""
    system = User.objects.system()
    if swapped := noticed.replaced.swapped:
        record(system, "gate-replaced", about, words=len(swapped))
    rules = noticed.held or noticed.flagged
    if thing is None or not rules:
        return
    for rule in rules:
        words_found = noticed.told if rule == WORD else ""
        why, holds = Why.SPAM if is_spam(rule) else Why.ELSE, bool(noticed.held)
        flag(thing, Told(why, words=words_found[:1000], rule=rule, holds=holds), by=None)
    record(system, "gate-held" if noticed.held else "gate-flagged", about, rule=rules[0])

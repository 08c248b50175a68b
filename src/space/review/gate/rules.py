"""The rules of the gate: what in a text of somebody new needs a look. Words and people are no concern of theirs."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from space.community.registry import Definition
from space.discuss.gates import Writing
from space.kit import clock
from space.kit.form_keys import opened_at
from space.review.gate import fingerprints, hosts, numbers, signs
from space.review.gate.actions import wrote_more_than
from space.review.gate.folding import fold
from space.review.models import Trace

FIRST_POSTS = 3
_DAY, _WEEK = timedelta(days=1), timedelta(days=7)
# How often a link may come in a day: from one person, and from all who are new.
_ONE, _ALL = 3, 5
_FAST, _LONG = timedelta(seconds=3), 200


@dataclass
class Look:
    """A text as rules look at it. What they ask the database for is asked once, and only by who needs it."""

    writing: Writing

    @cached_property
    def strange(self) -> list[str]:
        return hosts.strange_hosts(self.writing.links)

    @cached_property
    def new(self) -> set[str]:
        """Hosts to which nobody here has led before."""
        return hosts.unknown(self.strange)

    @cached_property
    def links(self) -> list[int]:
        """Fingerprints of the links to those."""
        links = self.writing.links
        return fingerprints.links(
            link for link in links if self.new.intersection(hosts.strange_hosts([link]))
        )

    @cached_property
    def marks(self) -> list[int]:
        return fingerprints.marks(fold(self.writing.text.rendered.text).text)

    @cached_property
    def traces(self) -> list[Trace]:
        """Of the last week, those that have anything in common with this text."""
        if not (self.links or self.marks) or self.writing.before:
            return []
        recent = Trace.objects.filter(at__gt=clock.now() - _WEEK, at__lte=clock.now())
        return [one for one in recent if {*one.marks} & {*self.marks} or {*one.links} & {*self.links}]

    @property
    def is_first(self) -> bool:
        """Whether it is one of the first posts of its author."""
        before = FIRST_POSTS - 1 + bool(self.writing.before)
        return not wrote_more_than(self.writing.by, before)


@dataclass(frozen=True)
class Rule:
    """`told` is for the author, and begins where a sentence about the post could end; `label` is for moderators."""

    name: str
    label: Promise
    told: Promise
    is_on: Definition[bool]
    applies: Callable[[Look], bool]


def _new_host(look: Look) -> bool:
    often = any(times > 1 and host in look.new for host, times in Counter(look.strange).items())
    return often and look.is_first


def _same_link(look: Look) -> bool:
    since = clock.now() - _DAY
    for link in look.links:
        came = [one.by_id for one in look.traces if link in one.links and one.at > since]
        if len(came) + 1 >= _ALL or came.count(look.writing.by.pk) + 1 >= _ONE:
            return True
    return False


def _same_text(look: Look) -> bool:
    return any(fingerprints.alike(look.marks, one.marks) for one in look.traces)


def _too_fast(look: Look) -> bool:
    """What was begun before and stands in the form again is sent as fast as one likes."""
    writing, opened = look.writing, opened_at(look.writing.key)
    if opened is None or writing.draft or writing.before or len(writing.text.rendered.text) < _LONG:
        return False
    return timedelta() <= clock.now() - opened < _FAST


def _hidden_signs(look: Look) -> bool:
    writing = look.writing
    said = "\n".join((writing.title, writing.text.source, *writing.beside.values()))
    return signs.hides(said, writing.links)


RULES = (
    Rule(
        "new-host",
        pgettext_lazy("rule", "A first post leads to one new site again and again"),
        pgettext_lazy(
            "rule", "It is one of your first posts and leads several times to a site that is new here."
        ),
        numbers.NEW_HOST,
        _new_host,
    ),
    Rule(
        "same-link",
        pgettext_lazy("rule", "The same link again and again"),
        pgettext_lazy("rule", "It has a link that was posted several times today."),
        numbers.SAME_LINK,
        _same_link,
    ),
    Rule(
        "same-text",
        pgettext_lazy("rule", "The same text was posted before"),
        pgettext_lazy("rule", "A text that is nearly the same was posted in the last days."),
        numbers.SAME_TEXT,
        _same_text,
    ),
    Rule(
        "too-fast",
        pgettext_lazy("rule", "Sent faster than one can type"),
        pgettext_lazy("rule", "It is long and was sent right after the form was opened, as programs do."),
        numbers.TOO_FAST,
        _too_fast,
    ),
    Rule(
        "hidden-signs",
        pgettext_lazy("rule", "Letters that look like others, or signs that nobody sees"),
        pgettext_lazy(
            "rule",
            "It mixes letters of several alphabets in a word or link, or has signs nobody sees.",
        ),
        numbers.HIDDEN_SIGNS,
        _hidden_signs,
    ),
)
WORD, PERSON, CATEGORY, FIRST = "watched-word", "approval-person", "approval-category", "approval-first"
# What holds a text and is no rule about spam: for moderators, and for the author.
_SAID: dict[str, tuple[Promise | str, Promise | str]] = {
    WORD: (
        pgettext_lazy("rule", "A watched word"),
        pgettext_lazy("rule", "It has a word that moderators of this place look at first."),
    ),
    PERSON: (
        pgettext_lazy("rule", "A moderator looks first at what this person writes"),
        pgettext_lazy("rule", "A moderator looks first at what you write. You were told why and until when."),
    ),
    CATEGORY: (
        pgettext_lazy("rule", "In this category posts wait for a moderator"),
        pgettext_lazy("rule", "In this category a moderator looks at new posts before others see them."),
    ),
    FIRST: (
        pgettext_lazy("rule", "A first post of somebody new"),
        pgettext_lazy("rule", "The first posts of somebody new wait until a moderator has looked at them."),
    ),
}


def is_spam(name: str) -> bool:
    return name not in _SAID


def told_of(name: str) -> Promise | str:
    """The sentence for the author."""
    return next((rule.told for rule in RULES if rule.name == name), _SAID.get(name, ("", ""))[1])


def label_of(name: str) -> Promise | str:
    """The name of a rule, for moderators."""
    return next((rule.label for rule in RULES if rule.name == name), _SAID.get(name, ("", ""))[0])

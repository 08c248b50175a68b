"""What is asked before a text is stored. Apps above register a gate from their `ready()`.

A gate refuses with a ValidationError, changes words, or says what is to be done as soon as the post stands, in the
same transaction: holding it until somebody looked, or putting a flag on it. Discuss learns no more of it than that.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from uuid import UUID

from space.accounts.models import User
from space.discuss.models import Audience, Category, Post
from space.discuss.text import Text, compose

_LINK = re.compile(r"\w+://[^\s<>\"]+")
# Between these people nobody else reads along, so no gate does.
BETWEEN_THEM = frozenset({Audience.PEOPLE, Audience.DRAFT, Audience.NOBODY})
Then = Callable[[Post], None]


@dataclass(frozen=True)
class Writing:
    """A text that somebody is about to store."""

    by: User
    text: Text
    audience: str
    title: str = ""
    # The key of the form, and the version of the draft that stood in it.
    key: UUID | None = None
    draft: int = 0
    # The text as it was, where it is changed.
    before: Post | None = None
    # What is read beside both, by the names that its app has for it: a place, a link.
    beside: Mapping[str, str] = field(default_factory=dict)
    # Where it comes to stand, if that is known.
    category: Category | None = None
    # Where the words led that it takes the place of.
    led_before: frozenset[str] = frozenset()

    @property
    def links(self) -> list[str]:
        """Where it leads, in the text and beside it."""
        beside = (link for said in self.beside.values() for link in links_in(said))
        return [link for link in (*self.text.rendered.links, *beside) if link not in self.led_before]


@dataclass(frozen=True)
class Changed:
    """What a gate makes of it."""

    source: str
    title: str = ""
    beside: Mapping[str, str] = field(default_factory=dict)
    then: Then | None = None


@dataclass(frozen=True)
class Passed:
    """What came through all gates. `stands` is to be called with the post once it is there."""

    text: Text
    title: str
    beside: Mapping[str, str] = field(default_factory=dict)
    thens: tuple[Then, ...] = ()

    def stands(self, post: Post) -> None:
        for then in self.thens:
            then(post)


_gates: list[Callable[[Writing], Changed | None]] = []


def links_in(words: str) -> list[str]:
    """Of words that are no markup."""
    return _LINK.findall(words)


def register(gate: Callable[[Writing], Changed | None]) -> None:
    _gates.append(gate)


def pass_gates(writing: Writing) -> Passed:
    """Ask all gates. Raises what one of them refuses with."""
    thens: list[Then] = []
    if writing.audience not in BETWEEN_THEM:
        for gate in _gates:
            changed = gate(writing)
            if changed:
                writing = _with(writing, changed)
                thens += [changed.then] if changed.then else []
    return Passed(writing.text, writing.title, writing.beside, tuple(thens))


def _anew(text: Text, source: str, by: User) -> Text:
    return compose(source, by=by, language=text.language, among=text.among, setting=text.setting)


def _with(writing: Writing, changed: Changed) -> Writing:
    text = writing.text
    if changed.source != text.source:
        text = replace(
            _anew(text, changed.source, writing.by),
            is_unsure=text.is_unsure,
        )
    return replace(writing, text=text, title=changed.title, beside={**writing.beside, **changed.beside})

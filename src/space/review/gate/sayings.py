"""The gate before words that are no post. The same words and rules; a case of their own holds what is kept back."""

from collections.abc import Mapping
from dataclasses import replace

from django.core.exceptions import ValidationError
from django.utils.translation import pgettext

from space.accounts.sayings import Saying
from space.discuss.gates import Writing, links_in
from space.discuss.models import Audience
from space.discuss.text import Text
from space.markup import Rendered
from space.review import sayings
from space.review.actions.replacing import explain
from space.review.actions.sayings import keep
from space.review.gate.asking import Noticed, act_on, look_at
from space.review.gate.rules import WORD, told_of


def ask_saying(saying: Saying) -> Mapping[str, str]:
    """Called with words before they are stored: gives those that can stand now."""
    found = look_at(_writing(saying))
    if found and saying.only_words:
        found = replace(found, held=[rule for rule in found.held if rule == WORD])
    if found is None:
        return saying.words
    if found.held and saying.cannot_wait:
        raise _refusal(found)
    words = found.replaced.beside or saying.words
    if saying.is_awaited:
        act_on(None, saying.by, found)
        explain(replace(saying, meanwhile=words), found.replaced.swapped)
        return words
    topic = sayings.topic_of(saying.of)
    words = sayings.cut(saying.where, words)
    thing = None
    if found.held or found.flagged:
        thing = sayings.case_thing(keep(saying, words, stands=not found.held), saying)
    act_on(thing, topic or saying.of, found)
    explain(replace(saying, meanwhile=words), found.replaced.swapped)
    return {name: saying.meanwhile.get(name, "") for name in words} if found.held else words


def _refusal(found: Noticed) -> ValidationError:
    """Why, and what to do instead of waiting."""
    todo = pgettext(
        "watched saying", "These words cannot wait for a moderator. Say it in other words, or ask one."
    )
    return ValidationError(f"{told_of(found.held[0])} {todo}", code="held")


def _writing(saying: Saying) -> Writing:
    """Nothing but what stands beside a text: no likeness to other texts is looked for in so few words."""
    text = Text("", saying.language, Rendered("", ""), ())
    before = frozenset(link for said in saying.meanwhile.values() for link in links_in(said))
    return Writing(saying.by, text, Audience.PUBLIC, beside=saying.words, led_before=before)

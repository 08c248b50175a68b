"""Words that others read and that are no post: what somebody says of themselves, of a group, of a date.

Posts pass the gates of Discuss, these pass here before they are stored; the same app above answers for both. A gate
refuses with a ValidationError, puts other words in place of some, or keeps words back until somebody looked.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from django.db.models import Model

from space.accounts.models import User

Words = Mapping[str, str]


@dataclass(frozen=True)
class Saying:
    """Words that somebody is about to let others read, by the names of their fields."""

    by: User
    # On what they are to stand, and where there: apps above know the name.
    of: Model
    where: str
    words: Words
    # What stands there as long as they are kept back; and the part of it, where there are many: a date.
    meanwhile: Words
    language: str = ""
    part: str = ""
    # Moderators look at it before anybody else reads it, so there is nothing to keep back.
    is_awaited: bool = False
    # They stand with something else that cannot wait: where they would be kept back, they are refused.
    cannot_wait: bool = False
    # What they stand beside passes by itself, or is decided by who is trusted with it: watched words are looked for,
    # and nothing else.
    only_words: bool = False


# With these codes words are refused: as they are, or because they would have to wait.
REFUSED = frozenset({"watched_word", "held"})

Gate = Callable[[Saying], Words]
_gates: list[Gate] = []


def register(gate: Gate) -> None:
    """Called from `ready()`."""
    _gates.append(gate)


def pass_gates(saying: Saying) -> dict[str, str]:
    """What may stand there now. Nobody is asked about what is as before, or empty."""
    new = {
        name: said for name, said in saying.words.items() if said and said != saying.meanwhile.get(name, "")
    }
    for gate in _gates:
        new = {**gate(replace(saying, words=new))} if new else new
    return {**saying.words, **new}


def pass_at_once(
    words: Words,
    where: str,
    *,
    by: User,
    before: Words | None = None,
    of: Model | None = None,
    language: str = "",
) -> dict[str, str]:
    """Words beside something that cannot wait for them: watched ones are replaced, or refused with a ValidationError.

    `before` is what stood there. Without a thing (`of`) on which moderators find them later, no flag is put on them.
    """
    saying = Saying(
        by,
        of or by,
        where,
        words,
        before or {},
        language,
        is_awaited=of is None,
        cannot_wait=True,
        only_words=True,
    )
    return pass_gates(saying)

"""Words in whose place others stand: who wrote them is told which, and can appeal as against any decision."""

from collections.abc import Iterable

from django.utils.translation import override, pgettext

from space.accounts.models import User
from space.accounts.sayings import Saying
from space.kit import clock
from space.notifications.actions import tell
from space.review import sayings
from space.review.actions.sayings import place_of
from space.review.gate.words import Swapped
from space.review.models import Case, Decision, Did, WatchedSaying

_LONGEST = 2000


def explain(saying: Saying, swapped: Iterable[Swapped]) -> None:
    """Nothing waits for anybody: it is a case that the machine has decided.

    `saying` has the words as they were typed, and `meanwhile` as they stand now. Expects a transaction.
    """
    told = list(dict.fromkeys(swapped))
    if not told:
        return
    changed = [name for name, said in saying.words.items() if said != saying.meanwhile.get(name)]
    kept = WatchedSaying.objects.create(
        by=saying.by,
        language=saying.language,
        words={name: saying.words[name] for name in changed},
        meanwhile={name: saying.meanwhile[name] for name in changed},
        at=clock.now(),
        **place_of(saying),
    )
    thing = sayings.case_thing(kept, saying)
    case = Case.objects.create(decided_at=clock.now(), **thing.of_case())
    with override(saying.by.language or None):
        reason = " ".join(_sentences(told))[:_LONGEST]
    system = User.objects.system()
    decision = Decision.objects.create(case=case, by=system, did=Did.REPLACE, reason=reason, at=clock.now())
    tell(f"decision {decision.pk}")


def _sentences(swapped: list[Swapped]) -> list[str]:
    said = pgettext("watched word", "In place of “%(typed)s” stands “%(put)s”.")
    told = [said % {"typed": one.typed, "put": one.word.replacement} for one in swapped]
    return [*told, *dict.fromkeys(filter(None, (one.word.note for one in swapped)))]

"""How far one's own trust has grown. Everybody sees their own alone: what people read is nobody else's business."""

from typing import Any

from space.accounts.models import Trust, User
from space.accounts.readers import Reader
from space.discuss.actions.trusting import counts_of
from space.discuss.trust import TABLE, told
from space.kit import clock
from space.moderation.models import LogEntry
from space.web.times import day, iso

_CHANGES = ("trust-grew", "trust-chosen")


def standing(person: User, reader: Reader) -> dict[str, Any] | None:
    """Beside one's preferences: the trust one has, since when, and what is missing to the next step."""
    if person.pk != reader.pk:
        return None
    needs = {} if person.trust_by_hand else TABLE.get(Trust(min(person.trust + 1, Trust.LEADER)), {})
    counts = counts_of(person) if needs else {}
    steps = [(name, counts[name], needed()) for name, needed in needs.items()]
    return {
        "trust": Trust(person.trust).label,
        "next": Trust(person.trust + 1).label if needs else "",
        "by_hand": person.trust_by_hand,
        "by_others": not needs and person.trust < Trust.LEADER,
        "steps": [
            {"told": told(name, have, need), "done": have >= need} for name, have, need in steps if need
        ],
        **_since(person),
    }


def _since(person: User) -> dict[str, str]:
    entries = LogEntry.objects.filter(
        thing_kind=person._meta.label_lower, thing_id=person.pk, what__in=_CHANGES
    )
    at = entries.order_by("-pk").values_list("at", flat=True).first()
    return {"day": day(at, clock.now()), "iso": iso(at)} if at else {}

"""What moderators of the whole place know of a person."""

from typing import Any

from space.accounts.faces import face_of
from space.accounts.models import User
from space.accounts.readers import Reader
from space.moderation.models import LogEntry, Penalty
from space.review.models import Case, Decision, StaffNote
from space.review.models.behind import posts_written_by
from space.review.queue.words import known
from space.review.telling.terms import in_force

_SOME = 20
_PERSON = User._meta.label_lower


def about(person: User, reader: Reader) -> dict[str, Any]:
    seen = Case.objects.visible_to(reader).filter(author=person)
    warned = LogEntry.objects.filter(thing_kind=_PERSON, thing_id=person.pk, what="warned")
    held = Penalty.objects.in_force()
    return {
        "person": person,
        "face": face_of(person),
        "known": known(person.trust, posts_written_by(person.pk)),
        "in_force": held.filter(person=person).select_related("by").order_by("until"),
        "terms": list(in_force(person)),
        "past": Penalty.objects.filter(person=person)
        .exclude(pk__in=held.values("pk"))
        .order_by("-at")[:_SOME],
        "warnings": warned.select_related("by", "reason").order_by("-at")[:_SOME],
        "decided_before": Decision.objects.by_people().filter(case__in=seen).select_related("by")[:_SOME],
        "waiting": seen.waiting().order_by("opened_at")[:_SOME],
        "notes": StaffNote.objects.visible_to(reader).filter(person=person).select_related("by")[:_SOME],
    }

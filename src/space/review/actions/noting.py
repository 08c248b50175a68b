"""What moderators write down: about people, and words that they need again and again."""

from django.db import transaction

from space.accounts.models import User
from space.kit import clock
from space.moderation.actions import record
from space.review.models import CannedAnswer, StaffNote


@transaction.atomic
def write_note(person: User, text: str, *, by: User) -> StaffNote:
    """The log says that there is one; what it says stays here. The same words twice are one note."""
    theirs = StaffNote.objects.for_actions()
    note, is_new = theirs.get_or_create(person=person, by=by, text=text, defaults={"at": clock.now()})
    if is_new:
        record(by, "note-written", person, note=note.pk)
    return note


@transaction.atomic
def drop_note(note: StaffNote, *, by: User) -> None:
    record(by, "note-dropped", note.person, note=note.pk)
    note.delete()


@transaction.atomic
def keep_answer(answer: CannedAnswer, *, by: User) -> CannedAnswer:
    answer.save()
    record(by, "answer-kept", answer)
    return answer


@transaction.atomic
def drop_answer(answer: CannedAnswer, *, by: User) -> None:
    record(by, "answer-dropped", answer)
    answer.delete()

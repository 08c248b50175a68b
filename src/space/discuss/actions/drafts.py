"""What somebody has begun to write is kept as they type. Nothing is overwritten that a form did not know of."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.db.models import Q
from django.utils.translation import npgettext, pgettext

from space.accounts.models import User
from space.discuss.actions.finding import made_before
from space.discuss.drafts.numbers import DRAFT_DAYS, DRAFTS_AT_MOST
from space.discuss.models import Draft
from space.discuss.models.drafts import first_version
from space.kit import clock
from space.limits.actions import Limit, take

SAVES = Limit("draft-saves", 120, timedelta(minutes=1))
# So long a draft that was discarded can be brought back.
_UNDONE_FOR = timedelta(days=1)

# Written out, because each reply runs it.
_FORGET_SENT = "DELETE FROM discuss_draft WHERE person_id = %s AND key = %s AND (version = %s OR form = %s)"
# An edit makes no post that knows its form. So an empty draft stays for a day, that a late save finds; also where an
# edit before it has left one, or what stood there was discarded.
_NOTE_EDITED = """
INSERT INTO discuss_draft AS draft (person_id, key, data, form, version, at, discarded_at)
VALUES (%(person)s, %(key)s, '{}', %(form)s, %(first)s, %(now)s, %(now)s)
ON CONFLICT (person_id, key) DO UPDATE SET
  data = '{}', form = excluded.form, version = draft.version + 1, discarded_at = excluded.discarded_at
WHERE draft.version = %(version)s OR draft.form = excluded.form OR draft.discarded_at IS NOT NULL
"""

Data = dict[str, Any]


class Overtaken(ValidationError):
    """Another tab has gone on with the same draft: `theirs` is what it has kept."""

    def __init__(self, theirs: Draft) -> None:
        super().__init__(pgettext("draft", "Another tab has gone on with this text."), code="overtaken")
        self.theirs = theirs


class AlreadySent(ValidationError):
    """The form has become a post, so there is nothing to keep."""

    def __init__(self) -> None:
        super().__init__(pgettext("draft", "This text has been sent."), code="sent")


@transaction.atomic
def save_draft(key: str, *, by: User, data: Data, version: int = 0, form: UUID | None = None) -> Draft:
    """Keep what was typed in a form that knows this version of the draft, or knows of none (0).

    What another form has kept since then is not overwritten: that is Overtaken. Saving the same again changes nothing.
    """
    if form and made_before(by, form):
        raise AlreadySent
    take(f"person:{by.pk}", SAVES)
    now = clock.now()
    draft, is_new = (
        Draft.objects.for_actions()
        .select_for_update()
        .get_or_create(person=by, key=key, defaults={"data": data, "form": form, "at": now})
    )
    if is_new:
        _refuse_too_many(by)
        return draft
    if form and draft.form == form and not draft.data:
        raise AlreadySent
    if draft.data == data and draft.discarded_at is None:
        return draft
    if _is_of_another(draft, version, form):
        raise Overtaken(draft)
    draft.data, draft.form, draft.at, draft.discarded_at = data, form, now, None
    draft.version += 1
    draft.save()
    return draft


def _is_of_another(draft: Draft, version: int, form: UUID | None) -> bool:
    """A form may not have heard of its own last save, when the page was being left."""
    own = draft.version == version or (form is not None and draft.form == form)
    return not own and draft.discarded_at is None


def _refuse_too_many(by: User) -> None:
    most, mine = DRAFTS_AT_MOST(), Draft.objects.for_actions().filter(person=by)
    if mine.filter(discarded_at=None).count() > most or mine.count() > 2 * most:
        text = npgettext(
            "draft",
            "You have %(n)d draft already. Send it or discard it, then this one can be kept too.",
            "You have %(n)d drafts already. Send or discard some, then this one can be kept too.",
            most,
        )
        raise ValidationError(text, code="too_many", params={"n": most})


@transaction.atomic
def discard_draft(key: str, *, by: User, data: Data | None = None) -> Draft | None:
    """Put a draft aside; for a day it can be brought back, with `data` where more was typed than was kept."""
    take(f"person:{by.pk}", SAVES)
    draft = Draft.objects.for_actions().select_for_update().filter(person=by, key=key).first()
    if draft is None and data and _has_room_for_discarded(by):
        draft, _ = Draft.objects.for_actions().get_or_create(person=by, key=key, defaults={"data": data})
    if draft is None or not (draft.data or data):
        return None
    draft.data, draft.discarded_at = data or draft.data, draft.discarded_at or clock.now()
    draft.save()
    return draft


def _has_room_for_discarded(by: User) -> bool:
    return Draft.objects.for_actions().filter(person=by).count() < 2 * DRAFTS_AT_MOST()


@transaction.atomic
def restore_draft(key: str, *, by: User) -> Draft | None:
    """Bring back what was discarded, unless something else has been begun in its place."""
    draft = Draft.objects.for_actions().filter(person=by, key=key).first()
    if draft is not None and draft.discarded_at is not None and draft.data:
        draft.discarded_at = None
        draft.save(update_fields=["discarded_at"])
    return draft


def forget_sent_draft(key: str, *, by: User, version: int, form: UUID | None) -> None:
    """Inside the transaction that makes a post of it. What another tab has kept since stays.

    Who sends no form has no draft: importers, commands.
    """
    if form:
        with connection.cursor() as cursor:
            cursor.execute(_FORGET_SENT, [by.pk, key, version, form])


def note_edited(key: str, *, by: User, version: int, form: UUID | None) -> None:
    """The same for an edit."""
    values: Any = {
        "person": by.pk,
        "key": key,
        "form": form,
        "version": version,
        "first": first_version(),
        "now": clock.now(),
    }
    if form:
        with connection.cursor() as cursor:
            cursor.execute(_NOTE_EDITED, values)


def forget_old_drafts() -> int:
    """Those that nobody touched for long, were discarded the day before, have been sent, or whose account is shut.

    Says how many.
    """
    now = clock.now()
    old = Q(at__lt=now - timedelta(days=DRAFT_DAYS())) | Q(discarded_at__lt=now - _UNDONE_FOR)
    old |= Q(person__is_active=False)
    unsent = Draft.objects.unsent().values("pk")
    return Draft.objects.for_actions().filter(old | ~Q(pk__in=unsent)).delete()[0]

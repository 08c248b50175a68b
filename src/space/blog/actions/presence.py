"""Who has the form of an edition open. Nothing else depends on it, so it is not a change of the edition."""

from datetime import timedelta

from space.accounts.models import User
from space.blog.models import Editing, Edition
from space.kit import clock

# Older than that it says nothing any more.
_KEPT = timedelta(days=1)


def note_editing(edition: Edition, *, by: User) -> None:
    Editing.objects.filter(edition=edition, at__lt=clock.now() - _KEPT).delete()
    Editing.objects.update_or_create(edition=edition, person=by, defaults={"at": clock.now()})


def stop_editing(edition: Edition, *, by: User) -> None:
    Editing.objects.filter(edition=edition, person=by).delete()

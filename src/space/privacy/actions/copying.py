"""Copies of all that is kept of a person: asked for, made by a job, deleted after two days."""

from datetime import timedelta
from functools import partial
from secrets import token_hex
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import override, pgettext

from space.accounts.models import User
from space.kit import clock
from space.limits.actions import Limit, take
from space.notifications import mail
from space.notifications.actions import tell
from space.privacy import folder, packing, tasks
from space.privacy.models import Copy, GroupCopy
from space.privacy.numbers import COPIES_A_DAY, COPY_HOURS

# What takes longer than this was broken off.
_LOST = timedelta(days=1)


@transaction.atomic
def ask_copy(person: User) -> Copy:
    """Have a job make a copy. While one is being made, it is the answer."""
    User.objects.select_for_update(no_key=True).only("pk").get(pk=person.pk)
    if made := Copy.objects.filter(person=person, ready_at=None, failed_at=None).first():
        return made
    try:
        take(f"person:{person.pk}", Limit("copy", COPIES_A_DAY(), timedelta(days=1)))
    except ValidationError as error:
        text = pgettext("copy", "You have asked for one already. You can ask for the next one tomorrow.")
        raise ValidationError(text, code="too_fast") from error
    copy = Copy.objects.create(person=person, asked_at=clock.now())
    tasks.make_copy.defer(copy=copy.pk)
    return copy


def make_copy(pk: int) -> None:
    """Write the file, then tell. A second job for the same copy does nothing."""
    copy = Copy.objects.select_related("person").filter(pk=pk, ready_at=None, failed_at=None).first()
    if copy is None or not copy.person.is_active:
        return
    name = f"{token_hex(24)}.zip"
    try:
        packing.pack(copy.person, folder.place(name))
        _is_ready(copy, name)
    except BaseException:
        folder.forget(name)
        raise


@transaction.atomic
def _is_ready(copy: Copy, name: str) -> None:
    copy.file, copy.bytes, copy.ready_at = name, folder.size(name), clock.now()
    copy.save(update_fields=["file", "bytes", "ready_at"])
    for old in Copy.objects.filter(person=copy.person).exclude(pk=copy.pk).exclude(file=""):
        drop(old)
    tell(f"copy {copy.pk}")
    with override(copy.person.language or None):
        mail.send(
            copy.person,
            subject=pgettext("mail", "The copy of your data is ready"),
            text=pgettext("mail", "You can fetch it for %(hours)d hours here: %(page)s")
            % {"hours": COPY_HOURS(), "page": settings.ORIGIN + reverse("privacy:mine")},
            thread=mail.Thread(about=f"copy.{copy.pk}"),
            at_once=True,
        )


def give_up(model: type[Copy | GroupCopy], pk: int) -> None:
    model.objects.filter(pk=pk, ready_at=None).update(failed_at=clock.now())


@transaction.atomic
def forget_old_copies() -> int:
    """Delete the files that are too old, and whatever lies in the folder and belongs to no copy."""
    too_old = clock.now() - timedelta(hours=COPY_HOURS())
    gone: list[Copy | GroupCopy] = []
    known: set[str] = set()
    for model in (Copy, GroupCopy):
        old = model.objects.filter(ready_at__lt=too_old).exclude(file="")
        gone += old.select_for_update(of=("self",))
        lost = model.objects.filter(ready_at=None, failed_at=None, asked_at__lt=clock.now() - _LOST)
        lost.update(failed_at=clock.now())
    for copy in gone:
        drop(copy)
    for model in (Copy, GroupCopy):
        known |= set(model.objects.exclude(file="").values_list("file", flat=True))
    folder.forget_others(known, before=clock.now() - _LOST)
    return len(gone)


@transaction.atomic
def forget_copies_of(person: User) -> None:
    forget_all(Copy.objects.filter(person=person))


def forget_all(copies: QuerySet[Any]) -> None:
    """These copies with their files. Expects the transaction of its cause."""
    for copy in copies.exclude(file=""):
        drop(copy)
    copies.delete()


def drop(copy: Copy | GroupCopy) -> None:
    """The file goes when nothing can bring its row back."""
    transaction.on_commit(partial(folder.forget, copy.file))
    copy.file = ""
    copy.save(update_fields=["file"])

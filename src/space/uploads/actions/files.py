"""Files that people send: taken in, hung on things, hidden, made smaller, forgotten."""

from collections.abc import Iterable
from datetime import timedelta
from functools import partial
from typing import IO, Any

from django.core.files import File
from django.db import models, transaction

from space.accounts.models import User
from space.accounts.sayings import pass_at_once
from space.kit import clock
from space.kit.fields import one_line
from space.moderation.actions import record
from space.uploads import keeping, pictures, tasks
from space.uploads.kinds import Kind
from space.uploads.models import PREVIEW, Hanging, Size, State, Upload
from space.uploads.names import safe_name
from space.uploads.permissions import take_allowance
from space.uploads.registry import tell_hung
from space.uploads.text import numbers_in
from space.web import versions

LOOSE_FOR = timedelta(hours=48)
LATE_AFTER = timedelta(minutes=15)


def keep_file(
    file: "IO[bytes] | File[bytes]",
    *,
    by: User,
    name: str,
    alt: str = "",
    widest: int = 0,
    is_named_elsewhere: bool = False,
) -> Upload:
    """Take a file in: made anew, without what it said of its maker. Raises a ValidationError that says why not.

    Until it hangs on something its owner alone sees it. The allowance is used up by the try, because
    opening a file costs something even when it is then refused. Sent twice it is there once. `widest`: a picture
    that is wider is kept so wide. `is_named_elsewhere`: it has its name from somewhere else, which nobody here
    answers for.
    """
    data = file.read()
    take_allowance(by)
    said = {"alt": one_line(alt)} if is_named_elsewhere else {"alt": one_line(alt), "name": name}
    said = pass_at_once(said, "file", by=by)
    made = keeping.clean(data, widest)
    stored = keeping.store(made)
    try:
        sha256, name = keeping.digest(data), safe_name(said.get("name", name), made.kind)
        upload = _keep(made, stored, sha256, by=by, name=name, alt=said["alt"][:500])
    except BaseException:
        keeping.forget(stored)
        raise
    if upload.file.name != stored:
        keeping.forget(stored)
    return upload


@transaction.atomic
def _keep(made: pictures.Clean, stored: str, sha256: str, *, by: User, name: str, alt: str) -> Upload:
    # Two tabs of the same person wait for each other here.
    User.objects.select_for_update(no_key=True).get(pk=by.pk)
    loose = Upload.objects.for_actions().filter(owner=by, loose_since__isnull=False)
    if before := loose.filter(sha256=sha256).first():
        before.loose_since, before.alt = clock.now(), alt or before.alt
        before.save(update_fields=["loose_since", "alt"])
        return before
    upload = Upload(
        owner=by, name=name, alt=alt, kind=made.kind, sha256=sha256, file=stored, bytes=len(made.data)
    )
    upload.width, upload.height, upload.moves = made.width, made.height, made.moves
    upload.made_at = upload.loose_since = clock.now()
    upload.state = State.NEW if upload.widths else State.READY
    upload.save(force_insert=True)
    if upload.widths:
        tasks.make_sizes.defer(upload=upload.pk)
    return upload


@transaction.atomic
def attach(
    to: models.Model,
    *,
    by: User,
    addresses: Iterable[str],
    also_from: "models.QuerySet[Any] | None" = None,
) -> list[Upload]:
    """The files that a thing's text names now hang on it; others that hung on it no longer do.

    `addresses` as rendering found them. Only one's own files are hung up, and those stay that hang there
    already, or on things that the same people see: naming somebody else's file never shows it to more people.
    Expects the thing to be saved.
    """
    hung = Hanging.objects.filter(thing_kind=to._meta.label_lower, thing_id=to.pk)
    already = set(hung.values_list("upload_id", flat=True))
    wanted = numbers_in(addresses)
    if not wanted and not already:
        return []
    if wanted and also_from is not None:
        already |= set(_hangings_of(also_from).values_list("upload_id", flat=True))
    named = list(
        Upload.objects.for_actions().select_for_update(no_key=True).filter(pk__in=wanted).order_by("pk")
    )
    stay = [upload for upload in named if upload.owner_id == by.pk or upload.pk in already]
    hang(stay, to)
    tell_hung([upload for upload in stay if upload.pk not in already], by)
    _take_down(hung.exclude(upload__in=stay))
    return stay


@transaction.atomic
def hang(uploads: Iterable[Upload], to: models.Model) -> None:
    """Hang files on a thing, beside those that are there: for importers, and for pictures beside a text."""
    chosen = list(uploads)
    kind = to._meta.label_lower
    Hanging.objects.bulk_create(
        [Hanging(upload=upload, thing_kind=kind, thing_id=to.pk) for upload in chosen], ignore_conflicts=True
    )
    Upload.objects.for_actions().filter(pk__in=[upload.pk for upload in chosen]).update(loose_since=None)


@transaction.atomic
def take_off(uploads: Iterable[Upload], of: models.Model) -> None:
    """Files hang on a thing no longer."""
    _take_down(
        Hanging.objects.filter(upload__in=list(uploads), thing_kind=of._meta.label_lower, thing_id=of.pk)
    )


@transaction.atomic
def hide_file(upload: Upload, *, by: User, reason: str = "") -> None:
    """Nobody gets it any more, wherever it hangs. Hiding it again changes nothing."""
    if Upload.objects.for_actions().filter(pk=upload.pk, hidden_at=None).update(hidden_at=clock.now()):
        record(by, "file-hidden", upload, reason)
        versions.bump(versions.EVERYTHING)


@transaction.atomic
def show_file(upload: Upload, *, by: User) -> None:
    """The way back of that."""
    if Upload.objects.for_actions().filter(pk=upload.pk, hidden_at__isnull=False).update(hidden_at=None):
        record(by, "file-shown", upload)
        versions.bump(versions.EVERYTHING)


def describe(upload: Upload, alt: str) -> None:
    """Say what a file shows, for who does not see it."""
    Upload.objects.for_actions().filter(pk=upload.pk).update(alt=one_line(alt)[:500])


@transaction.atomic
def hang_the_same(of: models.Model, to: models.Model) -> None:
    """What hangs on one thing hangs on the other too: for what the first was before it changes."""
    hung = Hanging.objects.filter(thing_kind=of._meta.label_lower, thing_id=of.pk)
    if uploads := list(Upload.objects.for_actions().filter(hangings__in=hung).distinct()):
        hang(uploads, to)


@transaction.atomic
def let_go(things: "models.QuerySet[Any]") -> None:
    """Nothing hangs on these things any more. Expects them to go."""
    _take_down(_hangings_of(things))


def _hangings_of(things: "models.QuerySet[Any]") -> models.QuerySet[Hanging]:
    return Hanging.objects.filter(thing_kind=things.model._meta.label_lower, thing_id__in=things.values("pk"))


def _take_down(hangings: models.QuerySet[Hanging]) -> None:
    gone = list(hangings.values_list("upload_id", flat=True))
    hangings.delete()
    still = Hanging.objects.filter(upload=models.OuterRef("pk"))
    loose = Upload.objects.for_actions().filter(~models.Exists(still), pk__in=gone)
    loose.update(loose_since=clock.now())


def make_sizes(pk: int) -> None:
    """Make the smaller sizes of a picture. Those that are there are left alone; nobody waits meanwhile."""
    upload = Upload.objects.for_actions().filter(pk=pk, state=State.NEW).first()
    if upload is None:
        return
    data, there = upload.file.read(), {(one.width, one.kind): one.bytes for one in upload.made_sizes.all()}
    for width in upload.widths:
        if (width, Kind.WEBP) not in there:
            there[width, Kind.WEBP] = _keep_size(upload, pictures.resized(data, Kind(upload.kind), width))
    for width in upload.avif_widths:
        if (width, Kind.AVIF) not in there:
            made = pictures.resized(data, Kind(upload.kind), width, Kind.AVIF)
            # Nobody has anything of one that is not smaller.
            if len(made.data) < there.get((width, Kind.WEBP), upload.bytes):
                _keep_size(upload, made)
    Upload.objects.for_actions().filter(pk=pk).update(state=State.READY)


def make_preview(pk: int) -> None:
    """Cut a picture for previews of links, unless that was done before."""
    upload = Upload.objects.for_actions().filter(pk=pk).first()
    if upload is None or not Kind(upload.kind).is_raster or upload.made_sizes.filter(kind=Kind.JPEG).exists():
        return
    _keep_size(upload, pictures.preview(upload.file.read(), Kind(upload.kind), PREVIEW))


def finish_sizes(at_most: int = 100) -> int:
    """Ask again for sizes that were asked for some time ago and are not there: says of how many pictures."""
    late = Upload.objects.for_actions().filter(state=State.NEW, made_at__lt=clock.now() - LATE_AFTER)
    numbers = list(late.order_by("-pk").values_list("pk", flat=True)[:at_most])
    for number in numbers:
        tasks.make_sizes.defer(upload=number)
    return len(numbers)


def _keep_size(upload: Upload, made: pictures.Clean) -> int:
    stored = keeping.store(made)
    try:
        Size.objects.create(
            upload=upload, width=made.width, kind=made.kind, file=stored, bytes=len(made.data)
        )
    except BaseException:
        keeping.forget(stored)
        raise
    return len(made.data)


@transaction.atomic
def forget_loose(at_most: int = 500) -> int:
    """Delete files that have hung on nothing for two days; says how many."""
    old = Upload.objects.for_actions().filter(loose_since__lt=clock.now() - LOOSE_FOR)
    chosen = list(old.select_for_update(skip_locked=True).order_by("loose_since")[:at_most])
    numbers = [upload.pk for upload in chosen]
    files = [str(upload.file) for upload in chosen]
    files += Size.objects.filter(upload__in=numbers).values_list("file", flat=True)
    Upload.objects.for_actions().filter(pk__in=numbers).delete()
    transaction.on_commit(partial(keeping.forget_all, files))
    return len(numbers)
